using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Importing;

/// <summary>What is to be done for a row of a file.</summary>
/// <param name="Row">Its number as a spreadsheet counts.</param>
/// <param name="Key">Tells whether another row says the same.</param>
/// <param name="Who">Of whom it tells.</param>
/// <param name="What">What it says, in words.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null to leave it as it is.</param>
internal sealed record ImportStep(int Row, string Key, string Who, string What, DateOnly From, DateOnly? Until)
{
    /// <summary>The term that is recorded already; null for none.</summary>
    public TermRow? Term { get; init; }

    /// <summary>The office that is recorded already; null for none.</summary>
    public OfficeRow? Office { get; init; }

    /// <summary>The term that is to begin; null when none is.</summary>
    public NewTerm? NewTerm { get; init; }

    /// <summary>The office that is to be held; null when none is.</summary>
    public NewOffice? NewOffice { get; init; }

    /// <summary>True for what is recorded already.</summary>
    public bool IsKnown => Term is not null || Office is not null;

    /// <summary>True when nothing is to be done.</summary>
    public bool IsSame => IsKnown && (Until is null || Until == (Term?.Until ?? Office?.Until));
}
