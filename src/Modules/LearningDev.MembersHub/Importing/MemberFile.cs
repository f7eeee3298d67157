using System.Globalization;
using LearningDev.Content.Sheets.Files;
using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Importing;

/// <summary>What a file brings.</summary>
internal enum MemberFileKind
{
    /// <summary>Who is a member, for which ward and of which political group, from when to when.</summary>
    Members,

    /// <summary>Which offices members hold, from when to when.</summary>
    Appointments,
}

/// <summary>A file of members or of their appointments, as it was read (MEM-02). What kind it is, its header says.</summary>
/// <param name="Kind">What it brings.</param>
/// <param name="Lines">Its rows.</param>
/// <param name="Note">What is worth knowing of how it was read; empty for nothing.</param>
internal sealed record MemberFile(MemberFileKind Kind, IReadOnlyList<MemberSheetLine> Lines, string Note = "")
{
    /// <summary>The most rows of a file.</summary>
    public const int MostLines = 1000;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The columns of a file of members.</summary>
    public static IReadOnlyList<string> MemberColumns { get; } = ["Email", "Given name", "Family name", "Kind", "Ward", "Group", "From", "To"];

    /// <summary>The columns of a file of appointments.</summary>
    public static IReadOnlyList<string> AppointmentColumns { get; } = ["Email", "Name", "Office", "Of", "Portfolio", "From", "To"];

    /// <summary>The columns of a kind of file.</summary>
    public static IReadOnlyList<string> ColumnsOf(MemberFileKind kind) => kind == MemberFileKind.Members ? MemberColumns : AppointmentColumns;

    /// <summary>What a file brings.</summary>
    /// <exception cref="SheetFileException">It is no such file; the message is for whoever uploaded it.</exception>
    public static MemberFile Of(SheetFile sheet)
    {
        var kind = sheet.Has("Office") ? MemberFileKind.Appointments
            : sheet.Has("Kind") ? MemberFileKind.Members
            : throw new SheetFileException("The file has neither a column “Kind”, as a file of members, nor a column “Office”, as a file of appointments");
        return new MemberFile(kind, sheet.Lines(ColumnsOf(kind)), sheet.Note);
    }

    /// <summary>A day as people write it in Britain, or by ISO 8601.</summary>
    public static bool IsDay(string text, out DateOnly day) =>
        // Britain shortens September to Sept, spreadsheets to Sep.
        DateOnly.TryParseExact(text, DayForms, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.AllowWhiteSpaces, out day) || DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);

    /// <summary>The kind of member that a word names; null for none.</summary>
    public static TermKind? TermOf(string word) => Enum.GetValues<TermKind>().Cast<TermKind?>().FirstOrDefault(kind => MemberSheet.Same(MemberWords.Of(kind!.Value), word));

    /// <summary>The office that a word names; null for none.</summary>
    public static OfficeKind? OfficeOf(string word) => Enum.GetValues<OfficeKind>().Cast<OfficeKind?>().FirstOrDefault(kind => MemberSheet.Same(MemberWords.Of(kind!.Value), word));
}
