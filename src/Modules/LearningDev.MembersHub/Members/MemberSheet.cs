using LearningDev.Content.Sheets.Files;
using Microsoft.AspNetCore.Http;

namespace LearningDev.MembersHub.Members;

/// <summary>A row of an uploaded file.</summary>
/// <param name="Row">Its number as a spreadsheet counts; the header is row 1.</param>
/// <param name="Cells">What stands in the columns that are read, in their order.</param>
internal sealed record MemberSheetLine(int Row, IReadOnlyList<string> Cells);

/// <summary>Reads uploaded files with named columns: results of elections, members and appointments.</summary>
internal static class MemberSheet
{
    public const int MostBytes = 2_000_000;

    private const long UnpackedBytes = 20_000_000;

    /// <summary>Reads a file that somebody has uploaded.</summary>
    /// <param name="upload">The file; null when none was chosen.</param>
    /// <param name="mostLines">The most rows below its header.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SheetFileException">It cannot be read; the message is for whoever uploaded it.</exception>
    public static async Task<SheetFile> ReadAsync(IFormFile? upload, int mostLines, CancellationToken cancellation)
    {
        if (upload is not { Length: > 0 and <= MostBytes })
        {
            throw new SheetFileException(upload is null or { Length: 0 } ? "Choose a CSV file or a spreadsheet" : $"The file must be smaller than {MostBytes / 1_000_000} MB");
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancellation);
        return SheetReader.Read(bytes.ToArray(), sheet: null, new SheetLimits(mostLines, UnpackedBytes));
    }

    /// <summary>True for a file that has a column.</summary>
    public static bool Has(this SheetFile sheet, string column) => sheet.Headers.Any(header => Same(header, column));

    /// <summary>The rows of a file, each with the columns that are wanted. These may stand in any order, and others are left alone.</summary>
    /// <exception cref="SheetFileException">A column is missing, a row is broken, or there is none; the message is for whoever uploaded it.</exception>
    public static IReadOnlyList<MemberSheetLine> Lines(this SheetFile sheet, IReadOnlyList<string> columns)
    {
        var at = columns.Select(column => sheet.Headers.ToList().FindIndex(header => Same(header, column))).ToList();
        if (at.IndexOf(-1) is >= 0 and var missing)
        {
            throw new SheetFileException($"The file has no column “{columns[missing]}”. It needs the columns {string.Join(", ", columns)}");
        }

        if (sheet.Rows.FirstOrDefault(row => row.Fault.Length > 0) is { } wrong)
        {
            throw new SheetFileException($"Row {wrong.Number}: {wrong.Fault}");
        }

        return sheet.Rows.Count == 0 ? throw new SheetFileException("The file has no rows below its header")
            : [.. sheet.Rows.Select(row => new MemberSheetLine(row.Number, [.. at.Select(place => row.Cells[place].ToString().Trim())]))];
    }

    /// <summary>True for the same words, in whatever case and with whichever apostrophe.</summary>
    public static bool Same(string one, string other) => string.Equals(one.Replace('’', '\''), other.Replace('’', '\''), StringComparison.OrdinalIgnoreCase);
}
