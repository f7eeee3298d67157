using LearningDev.Catalogue.Contracts;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Requests.Training;

/// <summary>Who provides the training, and when it is.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class AboutTrainingModel(MemberRequests requests, IProviderFacts directory, OwnForms forms) : PageModel
{
    private static readonly string[] Fields =
        [MemberRequests.Key(nameof(MemberTrainingRequest.Link)), MemberRequests.Key(nameof(MemberTrainingRequest.StartsOn)), MemberRequests.Key(nameof(MemberTrainingRequest.EndsOn))];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>A provider of the directory, by name.</summary>
    [BindProperty]
    public string? Known { get; set; }

    [BindProperty]
    public string? Provider { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public OwnForm Form { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Providers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var provider = Own.Answers.Provider.Text;
        (Known, Provider) = Providers.Any(one => one.Value == provider) ? (provider, "") : ("", provider);
        Form = await forms.ShowAsync(Own.Item, Fields, null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        foreach (var error in await forms.ReadAsync(Own.Item, Fields, Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        var typed = (Provider ?? "").Trim();
        var provider = string.IsNullOrEmpty(Known) ? typed : Known;
        if (!string.IsNullOrEmpty(Known) && Providers.All(one => one.Value != Known))
        {
            ModelState.AddModelError(nameof(Known), "Choose a provider of the list, or name another one");
        }
        else if (provider.Length is 0 or > MemberRequestRow.ProviderLength)
        {
            ModelState.AddModelError(nameof(Provider), provider.Length == 0 ? "Choose who provides it, or name another provider" : $"The provider must be {MemberRequestRow.ProviderLength} characters or less");
        }

        var answers = Own.Item.As<MemberTrainingRequest>();
        if (answers.Ends < answers.Starts)
        {
            ModelState.AddModelError(MemberRequests.Key(nameof(MemberTrainingRequest.EndsOn)), "The last day must be on or after the first");
        }

        if (ModelState.IsValid && !OwnForms.IsOnlyShownAgain(Request.Form))
        {
            await requests.ChangeAsync(Own, request => request.Provider.Text = provider, cancellation);
            return Redirect(Url.Content("~" + (Own.Answers.CostLines.Count == 0 ? RequestLinks.Costs(Id) : Own.Answers.Role.Text is null ? RequestLinks.Relevance(Id) : RequestLinks.Of(Id))));
        }

        Form = await forms.ShowAsync(Own.Item, Fields, Request.Form, cancellation);
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellation)
    {
        if (await requests.FindChangeableAsync(Id, cancellation) is not { } own)
        {
            return await requests.FindAsync(Id, cancellation) is null ? NotFound() : Redirect(Url.Content("~" + RequestLinks.Of(Id)));
        }

        Own = own;
        Providers = [.. (await directory.AllAsync(cancellation)).DistinctBy(one => one.Name).Select(one => new SelectListItem(one.IsRecognised ? $"{one.Name} (recognised)" : one.Name, one.Name))];
        return null;
    }
}
