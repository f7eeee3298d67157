using System.ComponentModel.DataAnnotations;
using LearningDev.Compliance.Records;
using LearningDev.Compliance.Rules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Compliance.People;

/// <summary>Exempts somebody from mandatory training for a time, with a reason.</summary>
[RequiresPermission("RecordMandatoryTraining")]
internal sealed class ExemptModel(TrainingOfPerson people, RuleBook book, TrainingRecording recording) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Rule { get; set; }

    [BindProperty, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "Last day")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await people.FindAsync(Id, cancellation) is not { } training)
        {
            return NotFound();
        }

        From = training.Today;
        return await ShowAsync(training, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await people.FindAsync(Id, cancellation) is not { } training)
        {
            return NotFound();
        }

        var rule = (await book.TrainingAsync(cancellation)).FirstOrDefault(one => one.Key == Rule);
        if (rule is null)
        {
            ModelState.AddModelError(nameof(Rule), "Choose the training");
        }

        if (From is null && ModelState[nameof(From)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(From), "Enter the first day");
        }

        if (Until < From)
        {
            ModelState.AddModelError(nameof(Until), "Last day must be the first day or later");
        }

        if (StandingWords.Check(Reason, out var reason) is { } wrong)
        {
            ModelState.AddModelError(nameof(Reason), wrong);
        }

        if (ModelState.IsValid && await recording.ExemptAsync(Id, rule!, new ExemptTime(From!.Value, Until), reason, cancellation) is { } other)
        {
            ModelState.AddModelError(nameof(Rule), $"There is an exemption from this training already, from {DateWords.Day(other.From)}{(other.LastDay is { } last ? $" to {DateWords.Day(last)}" : "")}. End it first, or choose other days");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(training, cancellation);
        }

        TempData[PageFrame.Message] = "The exemption is granted";
        return Redirect(Url.Content("~" + ComplianceLinks.Person(Id)));
    }

    private async Task<IActionResult> ShowAsync(PersonTraining training, CancellationToken cancellation)
    {
        Name = training.Name;
        Rules = [.. (await book.TrainingAsync(cancellation)).Select(rule => new SelectListItem(rule.Name, rule.Key))];
        return Page();
    }
}
