using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Elections;

/// <summary>What became of confirming an election.</summary>
/// <param name="Faults">What is wrong; nothing was changed then.</param>
/// <param name="Invited">How many new members get a letter with a link to choose a password.</param>
/// <param name="NotInvited">The names of those for whom no letter could be sent.</param>
internal sealed record Confirmation(IReadOnlyList<string> Faults, int Invited, IReadOnlyList<string> NotInvited);

/// <summary>Confirms the result of an election: ends terms, begins terms and makes accounts, all in the caller's transaction (MEM-02).</summary>
internal sealed class ElectionConfirming(
    PortalDb db, ElectionWork work, TermKeeping keeping, MemberDirectory directory, MemberAccounts accounts, MemberRoles roles, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>Confirms it. It cannot be confirmed twice, and not when it was changed since it was looked at.</summary>
    /// <param name="id">The election.</param>
    /// <param name="revision">The election's number as whoever confirms it has seen it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Confirmation> ConfirmAsync(string id, int revision, CancellationToken cancellation)
    {
        if (await work.TurnAsync(id, revision, cancellation) is not { } election)
        {
            return new([ElectionWork.Stale], 0, []);
        }

        var plan = await work.PlanAsync(election, cancellation);
        if (plan.Faults.Count > 0)
        {
            return new(plan.Faults, 0, []);
        }

        List<ElectionResultRow> strangers = [.. plan.Beginning.Where(row => row.PersonId is null)];
        var made = strangers.Count == 0 ? new Dictionary<string, string>()
            : await accounts.MakeAsync([.. strangers.Select(row => (new NewAccount(row.GivenName, row.FamilyName, row.Email), row.Kind))], cancellation);
        foreach (var row in strangers)
        {
            row.PersonId = made[row.Email];
        }

        var why = $"Not returned at the election on {DateWords.Day(election.Day)}";
        foreach (var ending in plan.Ending)
        {
            await keeping.WriteEndAsync(await db.MemberTerms.SingleAsync(term => term.Id == ending.Term.Id, cancellation), ending.Until, why, cancellation);
        }

        foreach (var returning in plan.Returning)
        {
            await ReturnAsync(returning, plan.InOfficeFrom, election.Day, cancellation);
        }

        await BeginAsync(plan, cancellation);
        List<string> changed = [.. plan.Ending.Select(one => one.Term.PersonId), .. plan.Returning.Select(one => one.Term.PersonId), .. plan.Beginning.Select(row => row.PersonId!)];
        await roles.RefreshAsync(changed, cancellation);
        List<string> notInvited = [];
        foreach (var row in strangers)
        {
            if (!await accounts.InviteAsync(row.PersonId!))
            {
                notInvited.Add(row.Name);
            }
        }

        (election.State, election.InOfficeFrom, election.ConfirmedByName, election.ConfirmedUtc) = (ElectionState.Confirmed, plan.InOfficeFrom, person.Name, time.GetUtcNow().UtcDateTime);
        election.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ElectionConfirmed(id, election.Day, plan.InOfficeFrom, plan.Ending.Count, plan.Returning.Count, plan.Beginning.Count), cancellation);
        return new([], strangers.Count - notInvited.Count, notInvited);
    }

    private async Task BeginAsync(ElectionPlan plan, CancellationToken cancellation)
    {
        List<string> people = [.. plan.Beginning.Select(row => row.PersonId!)];
        var former = (await db.MemberTerms.Where(term => people.Contains(term.PersonId)).Select(term => term.PersonId).Distinct().ToListAsync(cancellation)).ToHashSet();
        foreach (var row in plan.Beginning)
        {
            await keeping.WriteTermAsync(row.PersonId!, row.Name, TermOf(row, plan.InOfficeFrom), isNew: !former.Contains(row.PersonId!), cancellation);
        }
    }

    /// <summary>The new term is written before the old one ends, so that what they hold goes on with them.</summary>
    private async Task ReturnAsync(ReturningMember returning, DateOnly from, DateOnly day, CancellationToken cancellation)
    {
        var (result, personId) = (returning.Result, returning.Term.PersonId);
        await keeping.WriteTermAsync(personId, result.Name, TermOf(result, from) with { GroupId = "" }, isNew: false, cancellation);
        await keeping.WriteEndAsync(await db.MemberTerms.SingleAsync(term => term.Id == returning.Term.Id, cancellation), from.AddDays(-1), $"Returned at the election on {DateWords.Day(day)}", cancellation);
        await EndOfficesAsync(returning, from, cancellation);
        if (await db.GroupMemberships.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == personId && row.From <= from && (row.Until == null || row.Until >= from), cancellation) is var now
            && (now?.GroupId ?? "") != (result.GroupId ?? ""))
        {
            var faults = await keeping.ChangeGroupAsync(personId, result.GroupId ?? "", from, cancellation);
            if (faults.Count > 0)
            {
                throw new InvalidOperationException($"The political group of {result.Name} cannot be changed: {faults[0].Message}");
            }
        }
    }

    private async Task EndOfficesAsync(ReturningMember returning, DateOnly from, CancellationToken cancellation)
    {
        var personId = returning.Term.PersonId;
        var names = await directory.NamesAsync(cancellation);
        List<AuditChange> changes = [];
        var lasting = await db.MemberOffices.Where(row => row.PersonId == personId && row.From < from && (row.Until == null || row.Until >= from)).ToListAsync(cancellation);
        foreach (var office in lasting)
        {
            // The Mayor's own office belongs to the term.
            var until = office.Kind == OfficeKind.Mayor ? from.AddDays(-1) : returning.OfficesUntil;
            if (office.Until is null || office.Until > until)
            {
                changes.Add(new(MemberWords.Of(office, names), office.Until is { } before ? DateWords.Day(before) : "", DateWords.Day(until)));
                office.Until = until;
            }
        }

        if (changes.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new MemberChanged(personId, returning.Term.PersonName, "Offices end after the election", "", changes), cancellation);
        }
    }

    private static NewTerm TermOf(ElectionResultRow row, DateOnly from) => new(row.PersonId!, null, row.Kind, row.WardId ?? "", row.GroupId ?? "", from);
}
