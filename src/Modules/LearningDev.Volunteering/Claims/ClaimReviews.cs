using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Claims;

/// <summary>Looks at a whole claim by the rules of today, for whoever it belongs to.</summary>
internal sealed class ClaimReviews(PortalDb db, ContentItems items, Balances balances, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The rules as they are today.</summary>
    public async Task<ClaimRules> RulesAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return await RulesAsync(await calendar.LeaveYearAsync(today, cancellation), cancellation);
    }

    /// <summary>The rules for leave of a leave year.</summary>
    public async Task<ClaimRules> RulesAsync(NamedYear year, CancellationToken cancellation) =>
        new(await settings.GetAsync<VolunteeringSettings>(cancellation), year, await calendar.WorkingDaysAsync(cancellation), await calendar.TodayAsync());

    /// <summary>The days of own time that stand in other claims of the person.</summary>
    public Task<HashSet<DateOnly>> ClaimedDaysAsync(ClaimRow claim, CancellationToken cancellation) =>
        db.VolunteeringOwnTime.Where(day => day.PersonId == claim.PersonId && day.IsCounted && day.ClaimId != claim.Id).Select(day => day.Day).ToHashSetAsync(cancellation);

    /// <summary>Looks at a claim.</summary>
    public async Task<ClaimReview> OfAsync(ClaimRow claim, CancellationToken cancellation)
    {
        var rules = await RulesAsync(cancellation);
        var item = await items.FindAsync(claim.Id, VersionChoice.Latest, cancellation) ?? throw new InvalidOperationException($"The claim {claim.Id} has no content item.");
        var own = await db.VolunteeringOwnTime.AsNoTracking().Where(day => day.ClaimId == claim.Id).OrderBy(day => day.Day).ToListAsync(cancellation);
        var planned = await db.VolunteeringLeave.AsNoTracking().Where(day => day.ClaimId == claim.Id && day.State == LeaveState.Planned).OrderBy(day => day.Day).ToListAsync(cancellation);
        var balance = await balances.OfAsync(claim.PersonId, rules.Year, claim.Id, cancellation);
        List<DayTime> ownDays = [.. own.Select(day => new DayTime(day.Day, day.Minutes))];
        List<DayTime> leaveDays = [.. planned.Select(day => new DayTime(day.Day, day.Minutes))];
        var part = item.As<VolunteeringClaim>();
        var about = string.IsNullOrWhiteSpace(part.Organisation.Text) || string.IsNullOrWhiteSpace(part.Activity.Text) ? "Say where you volunteered and what you did" : null;
        var learning = part.Skills.TermContentItemIds.Count == 0 || string.IsNullOrWhiteSpace(part.Reflection.Text) ? "Say which skills you used and what you took from it" : null;
        return new ClaimReview(
            claim, item, rules, balance, ownDays, leaveDays, about,
            rules.OwnTime(ownDays, await ClaimedDaysAsync(claim, cancellation)).FirstOrDefault()?.Message,
            learning,
            rules.Leave(claim.LeaveMinutes, leaveDays, claim.OwnMinutes, balance.Left).FirstOrDefault()?.Message);
    }
}

/// <summary>A claim with what stops it from being sent.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Item">What the person has written.</param>
/// <param name="Rules">The rules by which it was looked at.</param>
/// <param name="Balance">What the person has in the leave year without this claim.</param>
/// <param name="OwnTime">Its days of own time.</param>
/// <param name="Planned">The days on which the leave is to be taken, as far as they are known.</param>
/// <param name="About">What is wrong with where and what; null for nothing.</param>
/// <param name="Time">What is wrong with the own time; null for nothing.</param>
/// <param name="Learning">What is wrong with the skills; null for nothing.</param>
/// <param name="Leave">What is wrong with the leave; null for nothing.</param>
internal sealed record ClaimReview(
    ClaimRow Claim, ContentItem Item, ClaimRules Rules, Balance Balance, IReadOnlyList<DayTime> OwnTime, IReadOnlyList<DayTime> Planned, string? About, string? Time, string? Learning, string? Leave)
{
    /// <summary>True when it can be sent.</summary>
    public bool Fits => About is null && Time is null && Learning is null && Leave is null;

    /// <summary>What the person has when the claim is agreed.</summary>
    public int LeftAfter => Math.Max(0, Balance.Left - Claim.LeaveMinutes);
}
