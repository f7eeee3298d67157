using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningDev.Content.Sheets.Files;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Elections;

/// <summary>Who was returned at an election: entered here, by ticks, one by one or from a file, until it is confirmed; afterwards what each needs (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class ResultModel(ElectionWork work, ElectionNeeds needs, MemberChoices choices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The sitting members who were returned.</summary>
    [BindProperty]
    public List<string> Returned { get; set; } = [];

    [BindProperty, Display(Name = "Given name")]
    public string? GivenName { get; set; }

    [BindProperty, Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [BindProperty, Display(Name = "Email address")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "Ward")]
    public string? Ward { get; set; }

    [BindProperty, Display(Name = "Political group")]
    public string? Group { get; set; }

    [BindProperty, Display(Name = "File with the result")]
    public IFormFile? Upload { get; set; }

    public ElectionRow Election { get; private set; } = null!;

    public IReadOnlyList<Member> Sitting { get; private set; } = [];

    /// <summary>The sitting members as choices.</summary>
    public IEnumerable<SelectListItem> SittingItems => Sitting.Select(member => new SelectListItem(
        string.Join(", ", new[] { member.Name, member.WardName.Length > 0 ? member.WardName : MemberWords.Of(member.Term.Kind), member.GroupName }.Where(word => word.Length > 0)), member.PersonId));

    public IReadOnlyList<(ElectionResultRow Result, string Ward, string Group)> Results { get; private set; } = [];

    public IReadOnlyList<MemberNeeds> Needs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    /// <summary>What is wrong with the rows of a file.</summary>
    public IReadOnlyList<string> FileFaults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        TickReturned();
        return Page();
    }

    public async Task<IActionResult> OnPostReturnedAsync(CancellationToken cancellation) =>
        await AnswerAsync(await work.ReturnAsync(Id, Revision, Returned, cancellation), "Saved who was returned", cancellation, keepsTicks: true);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        var line = new ResultLine((Ward ?? "").Trim(), (GivenName ?? "").Trim(), (FamilyName ?? "").Trim(), (Email ?? "").Trim(), (Group ?? "").Trim());
        var faults = await work.AddAsync(Id, Revision, [line], cancellation);
        return await AnswerAsync([.. faults.Select(fault => fault with { Key = fault.Key.Split('.')[^1] })], "Added to the result", cancellation);
    }

    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellation)
    {
        try
        {
            var rows = (await MemberSheet.ReadAsync(Upload, ElectionWork.MostLines, cancellation)).Lines(ElectionWork.Columns);
            var faults = await work.AddAsync(Id, Revision, [.. rows.Select(row => new ResultLine(row.Cells[0], row.Cells[1], row.Cells[2], row.Cells[3], row.Cells[4]))], cancellation);
            // A stale page is a fault of the whole form; the others name their line.
            FileFaults = [.. faults.Where(fault => fault.Key.Length > 0).Select(fault => $"Row {rows[int.Parse(fault.Key.Split('.')[0], CultureInfo.InvariantCulture)].Row}: {fault.Message}")];
            List<MemberFault> shown = FileFaults.Count > 0 ? [new(nameof(Upload), $"Nothing was added: {(FileFaults.Count == 1 ? "1 thing is" : $"{FileFaults.Count} things are")} wrong in the file, listed below")] : [.. faults];
            return await AnswerAsync(shown, rows.Count == 1 ? "1 person added to the result" : $"{rows.Count} people added to the result", cancellation);
        }
        catch (SheetFileException fault)
        {
            return await AnswerAsync([new(nameof(Upload), fault.Message)], "", cancellation);
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? result, CancellationToken cancellation) =>
        await AnswerAsync(await work.RemoveAsync(Id, Revision, result ?? "", cancellation), "Removed from the result", cancellation);

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        var faults = await work.DeleteAsync(Id, Revision, cancellation);
        if (faults.Count > 0)
        {
            return await AnswerAsync(faults, "", cancellation);
        }

        TempData[PageFrame.Message] = "The result is deleted";
        return Redirect(Url.Content("~" + MemberLinks.Elections));
    }

    public FileContentResult OnGetTemplate() =>
        File(CsvText.File(string.Join(',', ElectionWork.Columns) + "\r\n"), CsvText.ContentType, "election-result.csv");

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<MemberFault> faults, string done, CancellationToken cancellation, bool keepsTicks = false)
    {
        if (faults.Count == 0)
        {
            TempData[PageFrame.Message] = done;
            return Redirect(Url.Content("~" + MemberLinks.Election(Id)));
        }

        ModelState.Clear();
        ModelState.Take(faults);
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        if (!keepsTicks)
        {
            TickReturned();
        }

        return Page();
    }

    private void TickReturned() => Returned = [.. Results.Select(one => one.Result.PersonId).OfType<string>()];

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await work.FindAsync(Id, cancellation) is not { } election)
        {
            return false;
        }

        (Election, Revision) = (election, election.Revision);
        ModelState.Remove(nameof(Revision));
        if (election.State == ElectionState.Confirmed)
        {
            Needs = await needs.ReadAsync(election, cancellation);
            return true;
        }

        Sitting = await work.SittingAsync(election, cancellation);
        Results = await work.ResultsAsync(Id, cancellation);
        Wards = [new(ElectionWork.MayorWord, ElectionWork.MayorWord), .. (await choices.WardsAsync(election.Day, cancellation)).Select(ward => new SelectListItem(ward.Text, ward.Text))];
        Groups = [.. (await choices.GroupsAsync(election.Day, cancellation)).Select(group => new SelectListItem(group.Text, group.Text))];
        return true;
    }
}
