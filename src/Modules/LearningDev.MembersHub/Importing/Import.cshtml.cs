using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LearningDev.Content.Sheets.Files;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Importing;

/// <summary>Brings in members and their appointments from a file: it is looked at first, and then all of it is brought in or nothing (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class ImportModel(MemberImport import, MemberExport export) : PageModel
{
    /// <summary>How many rows are shown; the refused ones first.</summary>
    public const int MostShown = 200;

    private const int NameLength = 200;

    [BindProperty, Display(Name = "File of members or appointments")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    /// <summary>The rows of the file that was checked.</summary>
    [BindProperty]
    public string? Lines { get; set; }

    /// <summary>The fingerprint of the report that is looked at.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public MemberImportReport? Report { get; private set; }

    /// <summary>What is worth knowing of how the file was read; empty for nothing.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The rows that are shown: what is refused, then what changes, and nothing of what is so already.</summary>
    public IReadOnlyList<LineResult> Shown => [.. Report!.Lines.Where(line => line.Outcome != LineOutcome.Same).OrderBy(line => line.Outcome).ThenBy(line => line.Row).Take(MostShown)];

    public async Task<IActionResult> OnGetFileAsync(string? kind, CancellationToken cancellation) => kind switch
    {
        nameof(MemberFileKind.Members) => File(await export.WriteAsync(MemberFileKind.Members, cancellation), CsvText.ContentType, "members.csv"),
        nameof(MemberFileKind.Appointments) => File(await export.WriteAsync(MemberFileKind.Appointments, cancellation), CsvText.ContentType, "appointments.csv"),
        _ => NotFound(),
    };

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        try
        {
            var file = MemberFile.Of(await MemberSheet.ReadAsync(Upload, MemberFile.MostLines, cancellation));
            FileName = Path.GetFileName(Upload!.FileName);
            Show(file, await import.CheckAsync(file, cancellation));
        }
        catch (SheetFileException fault)
        {
            ModelState.AddModelError(nameof(Upload), fault.Message);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (ReadLines() is not { } file)
        {
            ModelState.AddModelError(nameof(Upload), "Choose the file again");
            return Page();
        }

        var (report, isDone) = await import.ConfirmAsync(file, Shortened(FileName), Seen ?? "", cancellation);
        if (!isDone)
        {
            ModelState.AddModelError("", report.Changes + report.Count(LineOutcome.Refused) == 0
                ? "All of it is recorded already. Nothing was changed"
                : "Members have changed since you looked at this. It is shown as it would be now, and nothing was brought in");
            Show(file, report);
            return Page();
        }

        var (added, changed) = (report.Count(LineOutcome.New), report.Count(LineOutcome.Changed));
        var recorded = $"Brought in: {Counted(added, report.Kind == MemberFileKind.Members ? "term" : "appointment")} recorded{(changed > 0 ? $", {Counted(changed, "last day")} changed" : "")}";
        TempData[PageFrame.Message] = string.Join(". ", new[] { recorded, MemberWords.Letters(report.Accounts, report.NotInvited) }.Where(sentence => sentence.Length > 0));
        return Redirect(Url.Content("~" + MemberLinks.Manage));
    }

    private void Show(MemberFile file, MemberImportReport report)
    {
        (Report, Lines, Seen, FileName, Note) = (report, JsonSerializer.Serialize(file), report.Fingerprint, Shortened(FileName), file.Note);
        ModelState.Remove(nameof(Lines));
        ModelState.Remove(nameof(Seen));
        ModelState.Remove(nameof(FileName));
    }

    // What a browser sends back may be anything.
    private MemberFile? ReadLines()
    {
        try
        {
            return JsonSerializer.Deserialize<MemberFile>(Lines ?? "null") is { Note: not null, Lines: { Count: > 0 and <= MemberFile.MostLines } lines } file && Enum.IsDefined(file.Kind)
                && lines.All(line => line?.Cells?.Count == MemberFile.ColumnsOf(file.Kind).Count && line.Cells.All(cell => cell?.Contains('\0', StringComparison.Ordinal) == false)) ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Shortened(string? name)
    {
        var shown = string.Concat((name ?? "").Where(sign => !char.IsControl(sign))).Trim();
        return shown.Length > NameLength ? shown[..NameLength] : shown;
    }

    private static string Counted(int count, string word) => $"{count:#,0} {word}{(count == 1 ? "" : "s")}";
}
