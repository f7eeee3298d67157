using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Mine;

/// <summary>The current person's record of volunteering (VOL-03).</summary>
internal sealed class OwnVolunteering(PortalDb db, ContentItems items, Balances balances, OpportunityList opportunities, ISettings settings, CurrentPerson person)
{
    /// <summary>A page of the person's claims, the newest first, with what they have in leave years and the skills that they have used. A page past the end is the last.</summary>
    public async Task<OwnPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var mine = db.VolunteeringClaims.AsNoTracking().Where(row => row.PersonId == person.Id);
        var total = await mine.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var leave = db.VolunteeringLeave;
        var lines = await mine.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size)
            .Select(row => new OwnLine(
                row.Id, row.Organisation, row.State, row.CreatedUtc, row.OwnMinutes, row.LeaveMinutes, leave.Where(day => day.ClaimId == row.Id && day.State == LeaveState.Taken).Sum(day => day.Minutes)))
            .ToListAsync(cancellation);
        var agreed = await mine.Where(row => row.State == ClaimState.Agreed).Select(row => row.Id).ToListAsync(cancellation);
        var used = (await items.FindAllAsync(agreed, VersionChoice.Latest, cancellation)).SelectMany(item => item.As<VolunteeringClaim>().Skills.TermContentItemIds)
            .GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
        var names = await opportunities.SkillNamesAsync(cancellation);
        return new OwnPage(
            total, page, pages, lines, await balances.AllAsync(person.Id!, cancellation), await mine.Where(row => row.State == ClaimState.Agreed).SumAsync(row => row.OwnMinutes, cancellation),
            [.. names.Where(pair => used.ContainsKey(pair.Key)).Select(pair => (pair.Value, used[pair.Key])).OrderByDescending(pair => pair.Item2)]);
    }
}

/// <summary>A page of somebody's record.</summary>
/// <param name="Total">How many claims there are.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Lines">The claims of the page.</param>
/// <param name="Balances">What they have in leave years, the newest first.</param>
/// <param name="OwnMinutes">The own time that was accepted, in minutes, of all years.</param>
/// <param name="Skills">The skills of agreed claims, with the number of claims, the most used first.</param>
internal sealed record OwnPage(int Total, int Page, int Pages, IReadOnlyList<OwnLine> Lines, IReadOnlyList<Balance> Balances, int OwnMinutes, IReadOnlyList<(string Name, int Claims)> Skills);

/// <summary>A claim in somebody's record.</summary>
internal sealed record OwnLine(string Id, string Organisation, ClaimState State, DateTime CreatedUtc, int OwnMinutes, int LeaveMinutes, int TakenMinutes);
