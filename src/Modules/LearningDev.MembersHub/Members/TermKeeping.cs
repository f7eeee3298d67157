using LearningDev.MembersHub.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>A term that is to begin.</summary>
/// <param name="PersonId">Whose; empty for an account that is to be made.</param>
/// <param name="Account">The account that is to be made; null for none.</param>
/// <param name="Kind">How they become a member.</param>
/// <param name="WardId">The ward; empty for none.</param>
/// <param name="GroupId">The political group; empty for none.</param>
/// <param name="From">The first day in office.</param>
internal sealed record NewTerm(string PersonId, NewAccount? Account, TermKind Kind, string WardId, string GroupId, DateOnly From)
{
    /// <summary>The last day in office, for a term whose end is known from the beginning; null while none is.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>
/// Begins and ends terms, and changes political groups (MEM-02). Whoever changes members waits for whoever else does, so what is checked still holds when it is written. What returns faults has changed nothing then.
/// </summary>
internal sealed class TermKeeping(PortalDb db, MemberDirectory directory, MemberRoles roles, MemberAccounts accounts, WorkingCalendar calendar, IEvents events)
{
    /// <summary>Records a term, after an account was made where there is none.</summary>
    /// <returns>What is wrong; or the person, and whether a letter with a link to choose a password is on its way.</returns>
    public async Task<(IReadOnlyList<MemberFault> Faults, string PersonId, bool IsInvited)> BeginAsync(NewTerm term, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        List<MemberFault> faults = [];
        var person = term.PersonId.Length > 0 ? await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == term.PersonId, cancellation) : null;
        if (term.Account is { } account)
        {
            faults.AddRange(MemberAccounts.FaultsOf(account));
            if (faults.Count == 0 && (await accounts.TakenAsync([account.Email], cancellation)).TryGetValue(account.Email, out var owner))
            {
                faults.Add(new(nameof(NewAccount.Email), $"{owner} has this email address. Choose their account instead"));
            }
        }
        else if (person is null)
        {
            faults.Add(new("", "Choose whose term it is"));
        }

        faults.AddRange(MemberFault.OfDay(nameof(NewTerm.From), term.From));
        if (term.Until is { } end)
        {
            faults.AddRange(end < term.From ? [new(nameof(NewTerm.Until), "Last day must not be before the first")] : MemberFault.OfDay(nameof(NewTerm.Until), end));
        }

        var own = person is null ? [] : await db.MemberTerms.Where(row => row.PersonId == person.Id).ToListAsync(cancellation);
        if (own.Find(row => MemberDays.Overlap(row.From, row.Until, term.From, term.Until)) is { } other)
        {
            faults.Add(new(nameof(NewTerm.From), $"{person!.FullName} {(other.From > term.From ? "has a term" : "is a member")} from {DateWords.Day(other.From)}{(other.Until is { } last ? $" to {DateWords.Day(last)}" : "")}. Terms cannot overlap"));
        }

        faults.AddRange(await SeatFaultsAsync(term, cancellation));
        if (term.GroupId.Length > 0 && (term.Kind == TermKind.CoOpted || !await db.PoliticalGroups.AnyAsync(row => row.Id == term.GroupId && (row.Until == null || row.Until >= term.From), cancellation)))
        {
            faults.Add(new(nameof(NewTerm.GroupId), term.Kind == TermKind.CoOpted ? "Co-opted members belong to no political group" : "Choose a political group that exists on that day"));
        }

        if (faults.Count > 0)
        {
            return (faults, "", false);
        }

        var (id, name) = person is null ? ((await accounts.MakeAsync([(term.Account!, term.Kind)], cancellation))[term.Account!.Email], term.Account.FullName) : (person.Id, person.FullName);
        await WriteTermAsync(id, name, term, isNew: own.Count == 0, cancellation);
        await roles.RefreshAsync([id], cancellation);
        return ([], id, person is null && await accounts.InviteAsync(id));
    }

    /// <summary>Writes a term whose person is known, with the membership of the group and the Mayor's office, and publishes it. Nothing is checked.</summary>
    public async Task WriteTermAsync(string personId, string name, NewTerm term, bool isNew, CancellationToken cancellation)
    {
        var row = db.Add(new TermRow { PersonId = personId, PersonName = name, Kind = term.Kind, WardId = term.WardId.Length > 0 ? term.WardId : null, From = term.From, Until = term.Until }).Entity;
        List<AuditChange> changes = [new("Term", "", $"{MemberWords.Of(term.Kind)} {MemberWords.Span(term.From, term.Until)}")];
        if (row.WardId is not null)
        {
            changes.Add(new("Ward", "", (await db.MemberWards.FindAsync([row.WardId], cancellation))!.Name));
        }

        if (term.GroupId.Length > 0)
        {
            db.Add(new GroupMembershipRow { PersonId = personId, GroupId = term.GroupId, From = term.From, Until = term.Until });
            changes.Add(new("Political group", "", (await db.PoliticalGroups.FindAsync([term.GroupId], cancellation))!.Name));
        }

        if (term.Kind == TermKind.ElectedMayor)
        {
            db.Add(new OfficeRow { PersonId = personId, Kind = OfficeKind.Mayor, From = term.From, Until = term.Until });
            changes.Add(new("Office", "", MemberWords.Of(OfficeKind.Mayor)));
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberChanged(personId, name, $"A term as {MemberWords.Of(term.Kind).ToLowerInvariant()} begins on {DateWords.Day(term.From)}", "", changes), cancellation);
        await events.PublishAsync(new MemberTermBegan(row.Id, personId, name, term.From, isNew), cancellation);
    }

    /// <summary>The term that somebody has, or will have: the one that lasts, or else the next; null when there is none.</summary>
    public async Task<TermRow?> TermAsync(string personId, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return await db.MemberTerms.Where(term => term.PersonId == personId && (term.Until == null || term.Until >= today)).OrderBy(term => term.From).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>What ends with a term, or never begins, when its last day is another one: offices and the membership of a group.</summary>
    public async Task<(IReadOnlyList<OfficeRow> Offices, IReadOnlyList<GroupMembershipRow> Memberships)> EndingAsync(TermRow term, DateOnly until, CancellationToken cancellation)
    {
        // Somebody who goes on as a member keeps what they hold.
        var next = until.AddDays(1);
        if (await db.MemberTerms.AnyAsync(row => row.PersonId == term.PersonId && row.Id != term.Id && row.From == next, cancellation))
        {
            return ([], []);
        }

        var later = await db.MemberTerms.Where(row => row.PersonId == term.PersonId && row.Id != term.Id && row.From > until).Select(row => (DateOnly?)row.From).MinAsync(cancellation) ?? DateOnly.MaxValue;
        return (
            await db.MemberOffices.Where(row => row.PersonId == term.PersonId && row.From < later && (row.Until == null || row.Until > until)).OrderBy(row => row.From).ToListAsync(cancellation),
            await db.GroupMemberships.Where(row => row.PersonId == term.PersonId && row.From < later && (row.Until == null || row.Until > until)).OrderBy(row => row.From).ToListAsync(cancellation));
    }

    /// <summary>Ends a term, with the offices and the membership of a group that would last longer.</summary>
    /// <param name="termId">The term.</param>
    /// <param name="revision">The term's number as whoever ends it has seen it.</param>
    /// <param name="until">The last day in office.</param>
    /// <param name="why">Why it ends.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<MemberFault>> EndAsync(string termId, int revision, DateOnly until, string why, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        if (await db.MemberTerms.SingleOrDefaultAsync(row => row.Id == termId, cancellation) is not { } term || term.Revision != revision)
        {
            return [new("", "Somebody else has changed this term meanwhile. Look at it again before you end it")];
        }

        List<MemberFault> faults = [.. MemberFault.OfDay(nameof(TermRow.Until), until)];
        if (until < term.From)
        {
            faults.Add(new(nameof(TermRow.Until), $"Last day must not be before the first, {DateWords.Day(term.From)}"));
        }

        if (await db.MemberTerms.AnyAsync(row => row.PersonId == term.PersonId && row.From > term.From && row.From <= until, cancellation))
        {
            faults.Add(new(nameof(TermRow.Until), "Last day must be before the next term begins"));
        }

        // A term that lasts longer than was recorded needs its seat for longer.
        if (term.Until is { } before && until > before)
        {
            var rest = new NewTerm(term.PersonId, null, term.Kind, term.WardId ?? "", "", before.AddDays(1)) { Until = until };
            faults.AddRange((await SeatFaultsAsync(rest, cancellation)).Select(fault => fault with { Key = nameof(TermRow.Until) }));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        await WriteEndAsync(term, until, why, cancellation);
        await roles.RefreshAsync([term.PersonId], cancellation);
        return [];
    }

    /// <summary>Writes the end of a term and of what ends with it, and publishes it. Nothing is checked.</summary>
    public async Task WriteEndAsync(TermRow term, DateOnly until, string why, CancellationToken cancellation)
    {
        var next = until.AddDays(1);
        var goesOn = await db.MemberTerms.AnyAsync(row => row.PersonId == term.PersonId && row.Id != term.Id && row.From == next, cancellation);
        var (offices, memberships) = await EndingAsync(term, until, cancellation);
        var names = await directory.NamesAsync(cancellation);
        var before = term.Until;
        List<AuditChange> changes = [new("Last day", before is { } day ? DateWords.Day(day) : "", DateWords.Day(until))];
        (term.Until, term.EndReason) = (until, why);
        term.Revision++;
        foreach (var office in offices)
        {
            changes.Add(EndOffice(office, until, names));
        }

        foreach (var membership in memberships)
        {
            changes.Add(new($"Member of {names[membership.GroupId]}", MemberWords.Span(membership.From, membership.Until), membership.From > until ? "" : MemberWords.Span(membership.From, until)));
            if (membership.From > until)
            {
                db.Remove(membership);
            }
            else
            {
                membership.Until = until;
            }
        }

        if (before is { } earlier && until > earlier)
        {
            changes.AddRange(await LengthenAsync(term, earlier, names, cancellation));
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberChanged(term.PersonId, term.PersonName, $"The term ends on {DateWords.Day(until)}", why, changes), cancellation);
        await events.PublishAsync(new MemberTermEnded(term.Id, term.PersonId, term.PersonName, until, why, goesOn), cancellation);
    }

    /// <summary>Has a member belong to another political group, or to none, from a day on. Those who lead the old one, or are its whip, are so no longer.</summary>
    /// <param name="personId">The member.</param>
    /// <param name="groupId">The group; empty for none.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<MemberFault>> ChangeGroupAsync(string personId, string groupId, DateOnly from, CancellationToken cancellation)
    {
        const string Group = "GroupId", From = "From";
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        List<MemberFault> faults = [.. MemberFault.OfDay(From, from)];
        var term = await db.MemberTerms.SingleOrDefaultAsync(row => row.PersonId == personId && row.From <= from && (row.Until == null || row.Until >= from), cancellation);
        if (term is null || term.Kind == TermKind.CoOpted)
        {
            faults.Add(new(From, term is null ? $"They are not a member on {DateWords.Day(from)}" : "Co-opted members belong to no political group"));
        }

        if (groupId.Length > 0 && !await db.PoliticalGroups.AnyAsync(row => row.Id == groupId && (row.Until == null || row.Until >= from), cancellation))
        {
            faults.Add(new(Group, "Choose a political group that exists on that day"));
        }

        var rows = await db.GroupMemberships.Where(row => row.PersonId == personId && (row.Until == null || row.Until >= from)).OrderBy(row => row.From).ToListAsync(cancellation);
        if (rows.Find(row => row.From > from) is { } later)
        {
            faults.Add(new(From, $"They change their group again on {DateWords.Day(later.From)}. Choose that day or a later one"));
        }

        var current = rows.Find(row => row.From <= from);
        if (faults.Count == 0 && (current?.GroupId ?? "") == groupId)
        {
            faults.Add(new(Group, groupId.Length == 0 ? "They belong to no group on that day already" : "They belong to this group on that day already"));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        var names = await directory.NamesAsync(cancellation);
        List<AuditChange> changes = [new("Political group", current is null ? "None" : names[current.GroupId], groupId.Length == 0 ? "None" : names[groupId])];
        if (current is not null)
        {
            foreach (var office in await db.MemberOffices.Where(row => row.PersonId == personId && row.GroupId == current.GroupId && (row.Until == null || row.Until >= from)).ToListAsync(cancellation))
            {
                changes.Add(EndOffice(office, from.AddDays(-1), names));
            }

            if (current.From == from)
            {
                db.Remove(current);
            }
            else
            {
                current.Until = from.AddDays(-1);
            }

            await db.SaveChangesAsync(cancellation);
        }

        if (groupId.Length > 0)
        {
            db.Add(new GroupMembershipRow { PersonId = personId, GroupId = groupId, From = from, Until = term!.Until });
            await db.SaveChangesAsync(cancellation);
        }

        await events.PublishAsync(new MemberChanged(personId, term!.PersonName, $"Changed the political group from {DateWords.Day(from)}", "", changes), cancellation);
        return [];
    }

    // What was to end with the term lasts as long as it: the membership of the group, and the Mayor's own office. Seats on bodies are given anew.
    private async Task<IReadOnlyList<AuditChange>> LengthenAsync(TermRow term, DateOnly before, IReadOnlyDictionary<string, string> names, CancellationToken cancellation)
    {
        List<AuditChange> changes = [];
        foreach (var membership in await db.GroupMemberships.Where(row => row.PersonId == term.PersonId && row.Until == before).ToListAsync(cancellation))
        {
            membership.Until = term.Until;
            changes.Add(new($"Member of {names[membership.GroupId]}", MemberWords.Span(membership.From, before), MemberWords.Span(membership.From, term.Until)));
        }

        foreach (var office in await db.MemberOffices.Where(row => row.PersonId == term.PersonId && row.Until == before && row.Kind == OfficeKind.Mayor && term.Kind == TermKind.ElectedMayor).ToListAsync(cancellation))
        {
            office.Until = term.Until;
            changes.Add(new(MemberWords.Of(office, names), MemberWords.Span(office.From, before), MemberWords.Span(office.From, term.Until)));
        }

        return changes;
    }

    private AuditChange EndOffice(OfficeRow office, DateOnly until, IReadOnlyDictionary<string, string> names)
    {
        var before = MemberWords.Span(office.From, office.Until);
        if (office.From > until)
        {
            db.Remove(office);
            return new(MemberWords.Of(office, names), before, "");
        }

        office.Until = until;
        return new(MemberWords.Of(office, names), before, MemberWords.Span(office.From, until));
    }

    private async Task<IEnumerable<MemberFault>> SeatFaultsAsync(NewTerm term, CancellationToken cancellation)
    {
        if (term.Kind == TermKind.Elected)
        {
            if (await db.MemberWards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == term.WardId && (row.Until == null || row.Until >= term.From), cancellation) is not { } ward)
            {
                return [new(nameof(NewTerm.WardId), "Choose a ward that exists on that day")];
            }

            // At once, not one after the other: seats may change hands within the term.
            var others = await db.MemberTerms.AsNoTracking().Where(row => row.WardId == ward.Id && (row.Until == null || row.Until >= term.From) && (term.Until == null || row.From <= term.Until)).ToListAsync(cancellation);
            return others.Select(row => row.From).Where(day => day > term.From).Prepend(term.From).Order().Cast<DateOnly?>()
                .FirstOrDefault(day => others.Count(row => row.From <= day && (row.Until is null || row.Until >= day)) >= ward.Seats) is not { } full
                ? []
                : [new(nameof(NewTerm.WardId), $"{(ward.Seats == 1 ? "The seat" : $"All {ward.Seats} seats")} of {ward.Name} {(ward.Seats == 1 ? "is" : "are")} taken on {DateWords.Day(full)}. First end the term of whoever has gone")];
        }

        return term.Kind == TermKind.ElectedMayor
            && await db.MemberTerms.Where(row => row.Kind == TermKind.ElectedMayor && (row.Until == null || row.Until >= term.From) && (term.Until == null || row.From <= term.Until)).FirstOrDefaultAsync(cancellation) is { } mayor
                ? [new(nameof(NewTerm.Kind), $"{mayor.PersonName} is the Mayor on {DateWords.Day(term.From)}. First end that term")]
                : [];
    }
}
