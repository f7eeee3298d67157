using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Funding.Requests.Learning;

[RequiresPermission("AskForFunding")]
internal sealed class LearningModel(RequestDrafts drafts, RequestSteps steps) : PageModel
{
    private const int LongestProvider = 200;
    private const int LongestLink = 500;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? LearningTitle { get; set; }

    [BindProperty]
    public string? Provider { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    /// <summary>"Yes", "No", or nothing.</summary>
    [BindProperty]
    public string? IsQualification { get; set; }

    [BindProperty]
    public string? QualificationLevel { get; set; }

    /// <summary>"Yes", "No", or nothing.</summary>
    [BindProperty]
    public string? IsCpd { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public RequestWording Words { get; private set; } = null!;

    public bool IsFromCatalogue => Own.Answers.Entry.ContentItemIds.Count > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        var answers = Own.Answers;
        (LearningTitle, Provider, Link) = (Own.Item.DisplayText, answers.Provider.Text, answers.Link.Url);
        (IsQualification, QualificationLevel, IsCpd) = (Word(answers.IsQualification), answers.QualificationLevel.Text, Word(answers.IsCpd));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return await ElsewhereAsync(cancellation);
        }

        var (title, provider, link) = ((LearningTitle ?? "").Trim(), (Provider ?? "").Trim(), (Link ?? "").Trim());
        Check(title, provider, link);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!IsFromCatalogue)
        {
            Own.Item.Alter<TitlePart>(part => part.Title = title);
        }

        await drafts.ChangeAsync(
            Own,
            request =>
            {
                (request.Provider.Text, request.Link.Url) = (provider, link.Length > 0 ? link : null);
                request.IsQualification = new BooleanField { Value = IsQualification == "Yes" };
                request.QualificationLevel.Text = IsQualification == "Yes" ? QualificationLevel : null;
                request.IsCpd = new BooleanField { Value = IsCpd == "Yes" };
            },
            cancellation);
        return Redirect(Url.Content("~" + await steps.NextUrlAsync(Id, RequestStep.Learning, From, cancellation)));
    }

    private void Check(string title, string provider, string link)
    {
        if (!IsFromCatalogue && title.Length is 0 or > TitlePart.MaximumLength)
        {
            ModelState.AddModelError(nameof(LearningTitle), title.Length == 0 ? "Enter what it is called" : $"What it is called must be {TitlePart.MaximumLength} characters or less");
        }

        if (provider.Length > LongestProvider)
        {
            ModelState.AddModelError(nameof(Provider), $"{Words.Label(nameof(Provider))} must be {LongestProvider} characters or less");
        }

        if (link.Length > LongestLink || (link.Length > 0 && !(Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")))
        {
            ModelState.AddModelError(nameof(Link), "Enter a full web address, like https://www.example.org/course");
        }

        if (IsQualification is not ("Yes" or "No"))
        {
            ModelState.AddModelError(nameof(IsQualification), "Say whether it leads to a qualification");
        }
        else if (IsQualification == "Yes" && !Words.Has(nameof(QualificationLevel), QualificationLevel))
        {
            ModelState.AddModelError(nameof(QualificationLevel), "Select the level of the qualification");
        }

        if (IsCpd is not ("Yes" or "No"))
        {
            ModelState.AddModelError(nameof(IsCpd), "Say whether it is continuing professional development");
        }
    }

    // Who comes back to a step of a request that is sent already reads what was sent.
    private async Task<IActionResult> ElsewhereAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is { Row.CanChange: false } ? Redirect(Url.Content("~" + FundingLinks.Check(Id))) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await drafts.FindChangeableAsync(Id, cancellation) is not { } own)
        {
            return false;
        }

        (Own, Words) = (own, await drafts.WordingAsync(cancellation));
        return true;
    }

    private static string? Word(BooleanField? answer) => answer is null ? null : answer.Value ? "Yes" : "No";
}
