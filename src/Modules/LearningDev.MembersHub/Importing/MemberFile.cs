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

/// <summary>A row of a file.</summary>
/// <param name="Row">Its number as a spreadsheet counts; the header is row 1.</param>
/// <param name="Cells">What stands in the columns of its kind of file, in their order.</param>
internal sealed record MemberFileLine(int Row, IReadOnlyList<string> Cells)
{
    /// <summary>What stands in a column.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>A file of members or of their appointments, as it was read (MEM-02). What kind it is, its header says.</summary>
/// <param name="Kind">What it brings.</param>
/// <param name="Lines">Its rows.</param>
/// <param name="Note">What is worth knowing of how it was read; empty for nothing.</param>
internal sealed record MemberFile(MemberFileKind Kind, IReadOnlyList<MemberFileLine> Lines, string Note = "")
{
    /// <summary>The most rows of a file.</summary>
    public const int MostLines = 1000;

    private const long UnpackedBytes = 20_000_000;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The columns of a file of members.</summary>
    public static IReadOnlyList<string> MemberColumns { get; } = ["Email", "Given name", "Family name", "Kind", "Ward", "Group", "From", "To"];

    /// <summary>The columns of a file of appointments.</summary>
    public static IReadOnlyList<string> AppointmentColumns { get; } = ["Email", "Name", "Office", "Of", "Portfolio", "From", "To"];

    /// <summary>The columns of a kind of file.</summary>
    public static IReadOnlyList<string> ColumnsOf(MemberFileKind kind) => kind == MemberFileKind.Members ? MemberColumns : AppointmentColumns;

    /// <summary>Reads a file. Columns may stand in any order; others are left alone.</summary>
    /// <exception cref="SheetFileException">It is no such file; the message is for whoever uploaded it.</exception>
    public static MemberFile Read(byte[] bytes)
    {
        var sheet = SheetReader.Read(bytes, sheet: null, new SheetLimits(MostLines, UnpackedBytes));
        var headers = sheet.Headers.ToList();
        var kind = headers.Exists(header => Same(header, "Office")) ? MemberFileKind.Appointments
            : headers.Exists(header => Same(header, "Kind")) ? MemberFileKind.Members
            : throw new SheetFileException("The file has neither a column “Kind”, as a file of members, nor a column “Office”, as a file of appointments");
        var columns = ColumnsOf(kind);
        var at = columns.Select(column => headers.FindIndex(header => Same(header, column))).ToList();
        if (at.IndexOf(-1) is >= 0 and var missing)
        {
            throw new SheetFileException($"The file has no column “{columns[missing]}”. A file of {(kind == MemberFileKind.Members ? "members" : "appointments")} has the columns {string.Join(", ", columns)}");
        }

        if (sheet.Rows.FirstOrDefault(row => row.Fault.Length > 0) is { } wrong)
        {
            throw new SheetFileException($"Row {wrong.Number}: {wrong.Fault}");
        }

        return sheet.Rows.Count == 0 ? throw new SheetFileException("The file has no rows below its header")
            : new MemberFile(kind, [.. sheet.Rows.Select(row => new MemberFileLine(row.Number, [.. at.Select(place => row.Cells[place].ToString().Trim())]))], sheet.Note);
    }

    /// <summary>A day as people write it in Britain, or by ISO 8601.</summary>
    public static bool IsDay(string text, out DateOnly day) =>
        // Britain shortens September to Sept, spreadsheets to Sep.
        DateOnly.TryParseExact(text, DayForms, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.AllowWhiteSpaces, out day) || DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day);

    /// <summary>True for the same words, in whatever case and with whichever apostrophe.</summary>
    public static bool Same(string one, string other) => string.Equals(one.Replace('’', '\''), other.Replace('’', '\''), StringComparison.OrdinalIgnoreCase);

    /// <summary>The kind of member that a word names; null for none.</summary>
    public static TermKind? TermOf(string word) => Enum.GetValues<TermKind>().Cast<TermKind?>().FirstOrDefault(kind => Same(MemberWords.Of(kind!.Value), word));

    /// <summary>The office that a word names; null for none.</summary>
    public static OfficeKind? OfficeOf(string word) => Enum.GetValues<OfficeKind>().Cast<OfficeKind?>().FirstOrDefault(kind => Same(MemberWords.Of(kind!.Value), word));
}
