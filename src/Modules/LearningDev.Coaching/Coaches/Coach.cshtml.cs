using LearningDev.Coaching.Pools;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Coaches;

/// <summary>A coach, for those who may ask in one of their pools, for themselves, and for who manages coaching (COA-01).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class CoachModel(
    PortalDb db, CoachesInView inView, PoolReader pools, ContentItems items, ShownFields shown, ContentDefinitions definitions, TaxonomyReader taxonomies, Colleagues colleagues, RolePermissions permissions,
    CurrentPerson person) : PageModel
{
    // The qualification is shown as HR has approved it; supervision, practice and capacity are nobody else's business.
    private static readonly string[] ShownOtherwise =
    [
        nameof(CoachProfile.Introduction), nameof(CoachProfile.Pools), nameof(CoachProfile.Qualification), nameof(CoachProfile.QualificationLevel), nameof(CoachProfile.AwardingBody),
        nameof(CoachProfile.QualifiedOn), nameof(CoachProfile.QualificationExpiresOn), nameof(CoachProfile.Capacity), nameof(CoachProfile.LastSupervisionOn), nameof(CoachProfile.Practice),
    ];

    public CoachRow Coach { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public string Qualification { get; private set; } = "";

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    /// <summary>The pools of the coach in which the person may ask.</summary>
    public IReadOnlyList<Pool> Pools { get; private set; } = [];

    /// <summary>True when colleagues find the coach.</summary>
    public bool IsInView { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await db.Coaches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { State: CoachState.Approved } coach
            || await items.FindAsync(id, VersionChoice.Latest, cancellation) is not { } item)
        {
            return NotFound();
        }

        IsInView = await (await inView.QueryAsync(cancellation)).AnyAsync(row => row.Id == id, cancellation);
        var theirs = item.As<CoachProfile>().Pools.ContentItemIds;
        Pools = [.. (await pools.OwnAsync(cancellation)).Where(pool => theirs.Contains(pool.Id))];
        if ((!IsInView || Pools.Count == 0) && coach.PersonId != person.Id && !await permissions.MayAsync(User, CoachingModule.ManageCoaching.Name))
        {
            return NotFound();
        }

        Coach = coach;
        Qualification = string.Join(", ", new[] { coach.Qualification, QualificationWords.Short(coach, await CoachWords.ReadAsync(definitions, taxonomies, cancellation)) }.Where(text => text.Length > 0));
        Place = (await colleagues.FindAllAsync([coach.PersonId], cancellation)) is [var colleague] ? colleague.Place : "";
        Fields = await shown.OfPageAsync(ItemCopies.Without(item, CoachProfile.Type, ShownOtherwise), unsaid: true, cancellation);
        return Page();
    }
}
