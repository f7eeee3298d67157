using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Noting;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Scheduling;

[RequiresPermission("PublishContent")]
internal sealed class PlanItemModel(
    ContentItems items, PlannedChanges plans, PlanTimes times, ContentValidator validator, PublishingGates gates, ChangeNotes notes, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>"publish" or "archive".</summary>
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty, Display(Name = "Date"), Required(ErrorMessage = "Enter the date")]
    public DateOnly? Day { get; set; }

    [BindProperty, Display(Name = "Time")]
    public string? Time { get; set; }

    /// <summary>Which of two moments that the clocks show alike is meant: "first" or "second".</summary>
    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public string? ChangeNote { get; set; }

    /// <summary>The newest version when the form was opened.</summary>
    [BindProperty]
    public string? VersionId { get; set; }

    /// <summary>The plan's revision when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public static IReadOnlyList<SelectListItem> Both { get; } = [new("The first, before the clocks go back", "first"), new("The second, after the clocks went back", "second")];

    public PlannedAction Action { get; private set; }

    public ContentItem Item { get; private set; } = null!;

    public string Name => ItemNames.Of(Item.DisplayText);

    public PlannedChange? Plan { get; private set; }

    /// <summary>When the plan is due, in words; empty without a plan.</summary>
    public string When { get; private set; } = "";

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public bool AsksWhich { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        ModelState.Clear();
        VersionId = Item.ContentItemVersionId;
        Revision = Plan?.Revision ?? 0;
        if (Plan is not null)
        {
            var local = await dates.LocalAsync(Plan.DueUtc);
            (Day, Time, ChangeNote) = (DateOnly.FromDateTime(local), DateWords.Time(TimeOnly.FromDateTime(local)), Plan.Note);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await items.LockAsync(Id, cancellation);
        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        if (Action == PlannedAction.Publish && await notes.FaultAsync(ChangeNote, publish: true, cancellation) is { } fault)
        {
            ModelState.AddModelError(nameof(ChangeNote), fault);
        }

        var due = await times.ReadAsync(Day, Time, Which, cancellation);
        AsksWhich = due.AsksWhich;
        if (due.Fault is { } message)
        {
            ModelState.AddModelError(due.AsksWhich ? nameof(Which) : due.IsAboutDay ? nameof(Day) : nameof(Time), message);
        }
        else if (due.Utc is { } moment && await OrderFaultAsync(moment, cancellation) is { } order)
        {
            ModelState.AddModelError(nameof(Day), order);
        }

        if (Action == PlannedAction.Publish && VersionId != Item.ContentItemVersionId)
        {
            ModelState.AddModelError("", $"Version {Item.Number} has been saved since you opened this page. Look at it: it is what would be published now");
            ModelState.Remove(nameof(VersionId));
            VersionId = Item.ContentItemVersionId;
        }

        return ModelState.IsValid ? await SaveAsync(due.Utc!.Value, cancellation) : Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        if (await plans.CancelAsync(Id, Action, cancellation))
        {
            SavedNotice.Say(TempData, Action == PlannedAction.Publish ? "It will not be published at the planned time" : "It will not be archived at the planned time");
        }

        return Redirect(ContentLinks.Edit(Id));
    }

    private async Task<IActionResult> SaveAsync(DateTime due, CancellationToken cancellation)
    {
        if (!await plans.PlanAsync(Item, Action, due, ChangeNote ?? "", Revision, cancellation))
        {
            // A second click comes when the first has saved the same.
            if (Plan is not { RefusedUtc: null } plan || plan.DueUtc != due || (Action == PlannedAction.Publish && plan.VersionId != Item.ContentItemVersionId))
            {
                ModelState.AddModelError("", "Somebody else has changed the plan since you opened this page. Look at it, then decide again");
                ModelState.Remove(nameof(Revision));
                Revision = Plan?.Revision ?? 0;
                return Page();
            }
        }

        SavedNotice.Say(TempData, $"{Name} will be {(Action == PlannedAction.Publish ? "published" : "archived")} on {await plans.WhenAsync(due)}");
        return Redirect(ContentLinks.Edit(Id));
    }

    /// <summary>Reads what the page is about.</summary>
    /// <returns>The answer when there is nothing to plan; null otherwise.</returns>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (What is not ("publish" or "archive") || await items.FindAsync(Id, VersionChoice.Latest, cancellation) is not { } item)
        {
            return NotFound();
        }

        (Item, Action) = (item, What == "publish" ? PlannedAction.Publish : PlannedAction.Archive);
        var all = await plans.OfAsync(Id, cancellation);
        Plan = all.FirstOrDefault(plan => plan.Action == Action);
        When = Plan is null ? "" : await plans.WhenAsync(Plan.DueUtc);
        if (item.ArchivedUtc is not null)
        {
            return Redirect(ContentLinks.Versions(Id));
        }

        if (Action == PlannedAction.Publish && item.Published)
        {
            SavedNotice.Say(TempData, "The newest version is published already. Save a draft first, then choose when it is published");
            return Redirect(ContentLinks.Edit(Id));
        }

        Faults = Action == PlannedAction.Archive ? []
            : [.. (await validator.CheckAsync(item, publish: true, cancellation)).Concat(await gates.CheckAsync(item, cancellation)).Select(error => error.Message)];
        return null;
    }

    private async Task<string?> OrderFaultAsync(DateTime due, CancellationToken cancellation)
    {
        var other = (await plans.OfAsync(Id, cancellation)).FirstOrDefault(plan => plan.Action != Action && plan.RefusedUtc is null);
        return other is null ? null
            : Action == PlannedAction.Archive && due <= other.DueUtc ? $"It will be published on {await plans.WhenAsync(other.DueUtc)}: choose a later time to archive it"
            : Action == PlannedAction.Publish && due >= other.DueUtc ? $"It will be archived on {await plans.WhenAsync(other.DueUtc)}: choose an earlier time to publish it"
            : null;
    }
}
