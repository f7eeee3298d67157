using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Plans.Managing;

/// <summary>A member in the list of plans.</summary>
internal sealed record PlanLine(string PersonId, string Name, string Group, PlanStanding Standing, DateOnly? CompletedOn, bool HasNote);

/// <summary>A need that members have in common.</summary>
internal sealed record CommonNeed(NeedArea Area, string About, int Members, int High);

/// <summary>Reads where all members stand with their plans, and which needs they have in common (MEM-03).</summary>
internal sealed class AllPlans(PortalDb db, MemberDirectory members, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>Everybody who is a member today, those first who are latest.</summary>
    public async Task<IReadOnlyList<PlanLine>> ReadAsync(CancellationToken cancellation)
    {
        var (rules, today) = (await settings.GetAsync<MemberPlanSettings>(cancellation), await calendar.TodayAsync());
        var rows = await db.MemberPlans.AsNoTracking().Select(row => new { row.PersonId, row.CompletedOn, HasNote = row.ReviewedUtc != null }).ToDictionaryAsync(row => row.PersonId, cancellation);
        return
        [
            .. (await members.AllAsync(today, cancellation)).Select(member => (Member: member, Row: rows.GetValueOrDefault(member.PersonId)))
                .Select(one => new PlanLine(
                    one.Member.PersonId, one.Member.Name, one.Member.GroupName, PlanStanding.Of(one.Member.Term.From, one.Row?.CompletedOn, today, rules), one.Row?.CompletedOn, one.Row?.HasNote == true))
                .OrderBy(line => line.Standing.Stage).ThenBy(line => line.Standing.DueOn),
        ];
    }

    /// <summary>What members with a completed plan need, the most wanted first.</summary>
    public async Task<IReadOnlyList<CommonNeed>> NeedsAsync(CancellationToken cancellation)
    {
        var (today, terms) = (await calendar.TodayAsync(), db.MemberTerms);
        var needs = await (
            from need in db.MemberNeeds.AsNoTracking()
            join plan in db.MemberPlans on need.PersonId equals plan.PersonId
            where plan.CompletedOn != null && terms.Any(term => term.PersonId == plan.PersonId && term.From <= today && (term.Until == null || term.Until >= today))
            select new { need.Area, need.About, need.PersonId, need.Weight }).ToListAsync(cancellation);
        return
        [
            .. needs.GroupBy(need => (need.Area, need.About))
                .Select(group => new CommonNeed(
                    group.Key.Area, group.Key.About, group.Select(need => need.PersonId).Distinct().Count(),
                    group.Where(need => need.Weight == NeedWeight.High).Select(need => need.PersonId).Distinct().Count()))
                .OrderByDescending(need => need.Members).ThenByDescending(need => need.High).ThenBy(need => need.About, StringComparer.CurrentCulture),
        ];
    }
}
