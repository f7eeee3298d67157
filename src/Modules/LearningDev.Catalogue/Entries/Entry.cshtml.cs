using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningDev.Catalogue.Entries;

[RequiresPermission("ViewCatalogue")]
internal sealed class EntryModel(EntryService entries, SearchEvidence evidence) : PageModel
{
    public EntryDetails Details { get; private set; } = null!;

    /// <summary>The title of an entry that is archived; null for one that is offered.</summary>
    public string? ArchivedTitle { get; private set; }

    public CatalogueEntrySubject Subject => new(Details.Entry.ContentItemId, Details.Entry.ContentType, Details.Entry.Title);

    /// <summary>The list that the person came from, so that it is found as it was; the whole catalogue otherwise.</summary>
    public string BackUrl { get; private set; } = CatalogueLinks.Search;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await entries.FindAsync(slug, cancellation) is not { } details)
        {
            ArchivedTitle = await entries.ArchivedTitleAsync(slug, cancellation);
            if (ArchivedTitle is null)
            {
                return NotFound();
            }

            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (details.Entry.Slug != slug)
        {
            return LocalRedirectPermanent(CatalogueLinks.Entry(details.Entry.Slug));
        }

        Details = details;
        if (Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var referer)
            && referer.Authority == Request.Host.Value && referer.AbsolutePath == CatalogueLinks.Search)
        {
            BackUrl = referer.PathAndQuery;
            evidence.Opened(CatalogueIndex.Collection, QueryHelpers.ParseQuery(referer.Query).GetValueOrDefault("q").ToString());
        }

        return Page();
    }
}
