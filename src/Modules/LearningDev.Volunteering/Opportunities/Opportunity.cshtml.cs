using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Opportunities;

/// <summary>An opportunity to volunteer (VOL-01).</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class OpportunityModel(ContentItems items, ContentRoutes routes, ShownFields shown, WorkingCalendar calendar, RolePermissions permissions) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    /// <summary>What the page shows of its fields; the summary stands by itself.</summary>
    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public bool HasEnded { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await routes.FindAsync(VolunteeringLinks.OpportunityBeginning + slug, cancellation) is not { } id
            || await items.FindAsync(id, VersionChoice.Published, cancellation) is not { ContentType: nameof(VolunteeringOpportunity) } item)
        {
            return NotFound();
        }

        var path = item.As<AutoroutePart>().Path;
        if (!string.Equals(path, VolunteeringLinks.OpportunityBeginning + slug, StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirectPermanent($"/{path}");
        }

        Item = item;
        Fields = await shown.OfPageAsync(item, unsaid: true, cancellation);
        HasEnded = item.As<VolunteeringOpportunity>().HasEnded(await calendar.TodayAsync());
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }
}
