using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Asking;

/// <summary>The steps of the form that ask for nothing but fields, as the definition has them: why, dates, examinations, and what editors have added.</summary>
[RequiresPermission("AskForFunding")]
internal sealed class AskModel(RequestDrafts drafts, RequestSteps steps, OwnForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    /// <summary>"check" for a person who came from the answers and goes back there.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public RequestStep Asked { get; private set; } = null!;

    public OwnForm Form { get; private set; } = null!;

    public string BackUrl => RequestSteps.BackUrl(Id, Asked, From);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } fields)
        {
            return await ElsewhereAsync(cancellation);
        }

        Form = await forms.ShowAsync(Own.Item, fields, null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } fields)
        {
            return await ElsewhereAsync(cancellation);
        }

        if (!OwnForms.IsOnlyShownAgain(Request.Form))
        {
            foreach (var error in await forms.ReadAsync(Own.Item, fields, Request.Form, cancellation))
            {
                ModelState.AddModelError(error.Key, error.Message);
            }

            Check(Own.Item.As<TrainingRequest>());
            if (ModelState.IsValid)
            {
                await drafts.SaveAsync(Own.Item, cancellation);
                return Redirect(Url.Content("~" + await steps.NextUrlAsync(Id, Asked, From, cancellation)));
            }
        }

        Form = await forms.ShowAsync(Own.Item, fields, Request.Form, cancellation);
        return Page();
    }

    private void Check(TrainingRequest answers)
    {
        if (Asked == RequestStep.Dates && answers.Ends < answers.Starts)
        {
            ModelState.AddModelError($"{TrainingRequest.ContentType}.{nameof(TrainingRequest.EndsOn)}", "The last day must be on or after the first");
        }

        if (Asked == RequestStep.Examinations && answers.Examinations.Value > Own.Settings.MostExaminations)
        {
            ModelState.AddModelError($"{TrainingRequest.ContentType}.{nameof(TrainingRequest.Examinations)}", $"The number of examinations must be {Own.Settings.MostExaminations} or less");
        }
    }

    // Who comes back to a step of a request that is sent already reads what was sent.
    private async Task<IActionResult> ElsewhereAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is { Row.CanChange: false } ? Redirect(Url.Content("~" + FundingLinks.Check(Id))) : NotFound();

    /// <summary>The fields that the step asks for; null when there is no such step, or no such request that the person can change.</summary>
    private async Task<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellation)
    {
        if (RequestStep.All.FirstOrDefault(step => step.Key == Step) is not { } step || await steps.FieldsAsync(step, cancellation) is not { Count: > 0 } fields
            || await drafts.FindChangeableAsync(Id, cancellation) is not { } own)
        {
            return null;
        }

        (Asked, Own) = (step, own);
        return fields;
    }
}
