using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Events;

namespace LearningDev.MembersHub.Importing;

/// <summary>What comes of a row.</summary>
internal enum LineOutcome
{
    /// <summary>It cannot be brought in.</summary>
    Refused,

    /// <summary>Something is recorded that was not known.</summary>
    New,

    /// <summary>The last day of what is known is another.</summary>
    Changed,

    /// <summary>It is so already.</summary>
    Same,
}

/// <summary>What comes of a row.</summary>
/// <param name="Row">Its number as a spreadsheet counts.</param>
/// <param name="Who">Of whom it tells.</param>
/// <param name="What">What is recorded, or stands in the row.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Faults">What is wrong, each with the column in which it stands; none unless it is refused.</param>
internal sealed record LineResult(int Row, string Who, string What, LineOutcome Outcome, IReadOnlyList<string> Faults);

/// <summary>What comes of a file.</summary>
/// <param name="Kind">What it brings.</param>
/// <param name="Lines">What comes of each row, in the order of the file.</param>
/// <param name="Accounts">How many accounts are made.</param>
/// <param name="NotInvited">How many of those get no letter, because none can be sent.</param>
internal sealed record MemberImportReport(MemberFileKind Kind, IReadOnlyList<LineResult> Lines, int Accounts, int NotInvited)
{
    /// <summary>True when all of it can be brought in, and something of it is not there yet.</summary>
    public bool CanBeConfirmed => Count(LineOutcome.Refused) == 0 && Changes > 0;

    /// <summary>How many rows change something.</summary>
    public int Changes => Count(LineOutcome.New) + Count(LineOutcome.Changed);

    /// <summary>Tells one report from another, so that nothing else is brought in than was looked at.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(line => $"{line.Row} {line.Who} {line.Outcome} {line.What} {string.Join(' ', line.Faults)}")))));

    /// <summary>How many rows have an outcome.</summary>
    public int Count(LineOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}

/// <summary>Members or their appointments were brought in from a file.</summary>
/// <param name="FileName">The name of the file.</param>
/// <param name="Kind">What it brought.</param>
/// <param name="Added">How many terms or appointments were recorded.</param>
/// <param name="Changed">Of how many the last day was changed.</param>
/// <param name="Accounts">How many accounts were made.</param>
internal sealed record MembersImported(string FileName, MemberFileKind Kind, int Added, int Changed, int Accounts) : IPortalEvent
{
    public AuditSubject Subject => new("Members", "", FileName);

    public string Summary => $"Brought in {(Kind == MemberFileKind.Members ? "members" : "appointments")} from the file {FileName}: {Added} recorded, {Changed} changed, {Accounts} accounts made";
}
