using System.ComponentModel.DataAnnotations;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Compliance.Recording;

/// <summary>Records one training on one day for many people: first what and when, then who (CMP-01).</summary>
[RequiresPermission("RecordMandatoryTraining")]
internal sealed class RecordModel(RecordSheet sheet, TrainingRecording recording, WorkingCalendar calendar) : PageModel
{
    /// <summary>Days before that were before anybody's term.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    [BindProperty(SupportsGet = true, Name = "training")]
    public string? Training { get; set; }

    [BindProperty(SupportsGet = true, Name = "Day"), Display(Name = "Day of the training")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Who { get; set; }

    [BindProperty]
    public List<string> People { get; set; } = [];

    [BindProperty]
    public RecordedHow How { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<RecordableTraining> All { get; private set; } = [];

    /// <summary>What is recorded; null while it is not chosen.</summary>
    public RecordableTraining? Chosen { get; private set; }

    /// <summary>The people; null while training and day are not chosen.</summary>
    public IReadOnlyList<SheetLine>? Lines { get; private set; }

    public bool IsForAll => Who == "all";

    public IEnumerable<SelectListItem> Choices => All.Select(one => new SelectListItem(one.Name, one.Value));

    public static IEnumerable<SelectListItem> Hows => new[] { RecordedHow.Register, RecordedHow.Elsewhere }.Select(how => new SelectListItem(StandingWords.Of(how), how.ToString()));

    public string OtherUrl => Url.Content("~" + ComplianceLinks.Record) + QueryString.Create(
        new[] { ("training", Chosen?.Value), ("Day", Day is { } day ? StandingWords.Iso(day) : null), ("who", IsForAll ? null : "all") }
            .Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ChooseAsync(isAsked: Request.Query.ContainsKey("Day") || Request.Query.ContainsKey("Day.Day"), cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ChooseAsync(isAsked: true, cancellation);
        if (Chosen is null || Lines is null)
        {
            return Page();
        }

        var named = Lines.Where(line => People.Contains(line.PersonId)).ToList();
        if (named.Count == 0)
        {
            ModelState.AddModelError(nameof(People), "Choose who attended");
        }

        if (How is not (RecordedHow.Register or RecordedHow.Elsewhere))
        {
            ModelState.AddModelError(nameof(How), "Choose how it is known");
        }

        var note = (Note ?? "").Trim();
        if (note.Length > CompletionRow.TextLength)
        {
            ModelState.AddModelError(nameof(Note), $"Note must be {CompletionRow.TextLength} characters or fewer");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = await recording.RecordAsync([.. named.Select(line => line.PersonId)], Chosen, Day!.Value, How, note, cancellation);
        var before = named.Where(line => !now.Contains(line.PersonId)).Select(line => line.Name).ToList();
        TempData[PageFrame.Message] = $"{Chosen.Name} of {DateWords.Day(Day.Value)} is recorded for {(now.Count == 1 ? "1 person" : $"{now.Count} people")}"
            + (before.Count == 0 ? "" : $". It was recorded already for {string.Join(", ", before)}");
        return Redirect(Url.Content("~" + ComplianceLinks.RecordFor(Chosen.Value)));
    }

    private async Task ChooseAsync(bool isAsked, CancellationToken cancellation)
    {
        All = await recording.TrainingAsync(cancellation);
        Chosen = All.FirstOrDefault(one => one.Value == Training);
        if (!isAsked)
        {
            ModelState.Clear();
            return;
        }

        var today = await calendar.TodayAsync();
        if (Chosen is null)
        {
            ModelState.AddModelError("training", "Choose the training");
        }

        if (Day is null && ModelState.GetFieldValidationState(nameof(Day)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the day of the training");
        }
        else if (Day > today)
        {
            ModelState.AddModelError(nameof(Day), "Day of the training must be today or in the past");
        }
        else if (Day < Earliest)
        {
            ModelState.AddModelError(nameof(Day), $"Day of the training must be {DateWords.Day(Earliest)} or later");
        }

        if (Chosen is not null && Day is { } day && ModelState.GetFieldValidationState(nameof(Day)) != ModelValidationState.Invalid)
        {
            Lines = await sheet.ReadAsync(Chosen, day, today, IsForAll, cancellation);
        }
    }
}
