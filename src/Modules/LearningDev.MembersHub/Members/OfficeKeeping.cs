using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>An office that is to be held.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Kind">Which.</param>
/// <param name="BodyId">The body; empty for none.</param>
/// <param name="GroupId">The political group; empty for none.</param>
/// <param name="Title">The portfolio; empty for none.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while none is known.</param>
internal sealed record NewOffice(string PersonId, OfficeKind Kind, string BodyId, string GroupId, string Title, DateOnly From, DateOnly? Until);

/// <summary>
/// Gives, changes and removes offices (MEM-02). Whoever changes members waits for whoever else does, so what is checked still holds when it is written. What returns faults has changed nothing then.
/// </summary>
internal sealed class OfficeKeeping(PortalDb db, MemberDirectory directory, IEvents events)
{
    /// <summary>Gives a member an office.</summary>
    public async Task<IReadOnlyList<MemberFault>> AppointAsync(NewOffice office, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        var row = new OfficeRow
        {
            PersonId = office.PersonId,
            Kind = office.Kind,
            BodyId = office.Kind.IsOfABody() && office.BodyId.Length > 0 ? office.BodyId : null,
            GroupId = office.Kind.IsOfAGroup() && office.GroupId.Length > 0 ? office.GroupId : null,
            Title = office.Kind == OfficeKind.ExecutiveMember ? office.Title : "",
            From = office.From,
            Until = office.Until,
        };
        List<MemberFault> faults = [.. await OfficeFaultsAsync(row, cancellation)];
        if (faults.Count > 0)
        {
            return faults;
        }

        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        var words = MemberWords.Of(row, await directory.NamesAsync(cancellation));
        await events.PublishAsync(new MemberChanged(row.PersonId, await directory.NameAsync(row.PersonId, cancellation), $"Appointed as {words}", "", [new(words, "", MemberWords.Span(row.From, row.Until))]), cancellation);
        return [];
    }

    /// <summary>Changes the days of an office.</summary>
    /// <param name="id">The office.</param>
    /// <param name="seenUntil">The last day as whoever changes it has seen it.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day; null while none is known.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<MemberFault>> ChangeOfficeAsync(string id, DateOnly? seenUntil, DateOnly from, DateOnly? until, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        if (await db.MemberOffices.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } row || row.Until != seenUntil)
        {
            return [new("", "Somebody else has changed this office meanwhile. Look at it again")];
        }

        var before = MemberWords.Span(row.From, row.Until);
        (row.From, row.Until) = (from, until);
        List<MemberFault> faults = [.. await OfficeFaultsAsync(row, cancellation)];
        if (faults.Count > 0)
        {
            db.Entry(row).State = EntityState.Detached;
            return faults;
        }

        if (db.Entry(row).State == EntityState.Modified)
        {
            await db.SaveChangesAsync(cancellation);
            var words = MemberWords.Of(row, await directory.NamesAsync(cancellation));
            await events.PublishAsync(new MemberChanged(row.PersonId, await directory.NameAsync(row.PersonId, cancellation), $"Changed the days of {words}", "", [new(words, before, MemberWords.Span(row.From, row.Until))]), cancellation);
        }

        return [];
    }

    /// <summary>Removes an office that was entered by mistake.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RemoveOfficeAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        if (await db.MemberOffices.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } row)
        {
            return false;
        }

        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        var words = MemberWords.Of(row, await directory.NamesAsync(cancellation));
        await events.PublishAsync(new MemberChanged(row.PersonId, await directory.NameAsync(row.PersonId, cancellation), $"Removed {words}, which was entered by mistake", "", [new(words, MemberWords.Span(row.From, row.Until), "")]), cancellation);
        return true;
    }

    /// <summary>An office and the name of whoever holds it; null when there is none of that id.</summary>
    public async Task<(OfficeRow Office, string Name)?> FindOfficeAsync(string id, CancellationToken cancellation) =>
        await db.MemberOffices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } office ? (office, await directory.NameAsync(office.PersonId, cancellation)) : null;

    private async Task<IEnumerable<MemberFault>> OfficeFaultsAsync(OfficeRow office, CancellationToken cancellation)
    {
        List<MemberFault> faults = [.. MemberFault.OfDay(nameof(OfficeRow.From), office.From)];
        if (office.Until is { } last)
        {
            faults.AddRange(MemberFault.OfDay(nameof(OfficeRow.Until), last));
            if (last < office.From)
            {
                faults.Add(new(nameof(OfficeRow.Until), "Last day must not be before the first"));
            }
        }

        if (office.Kind.IsOfABody() && !await db.MemberBodies.AnyAsync(row => row.Id == office.BodyId && (row.Until == null || row.Until >= office.From), cancellation))
        {
            faults.Add(new(nameof(OfficeRow.BodyId), "Choose a committee or outside body that exists on that day"));
        }

        if (office.Kind == OfficeKind.ExecutiveMember && office.Title.Length is 0 or > OfficeRow.TitleLength)
        {
            faults.Add(new(nameof(OfficeRow.Title), office.Title.Length == 0 ? "Enter the portfolio" : $"Portfolio must be {OfficeRow.TitleLength} characters or fewer"));
        }

        if (office.Kind.IsOfAGroup() && !await db.GroupMemberships.AnyAsync(
            row => row.PersonId == office.PersonId && row.GroupId == office.GroupId && row.From <= office.From && (row.Until == null || row.Until >= office.From), cancellation))
        {
            faults.Add(new(nameof(OfficeRow.GroupId), $"Choose the group to which they belong on {DateWords.Day(office.From)}"));
        }

        faults.AddRange(await TermFaultsAsync(office, cancellation));
        if (faults.Count == 0)
        {
            faults.AddRange(await OverlapFaultsAsync(office, cancellation));
        }

        return faults;
    }

    private async Task<IEnumerable<MemberFault>> TermFaultsAsync(OfficeRow office, CancellationToken cancellation)
    {
        var terms = await db.MemberTerms.Where(row => row.PersonId == office.PersonId).OrderBy(row => row.From).ToListAsync(cancellation);
        var at = terms.FindIndex(row => row.From <= office.From && (row.Until is null || row.Until >= office.From));
        if (at < 0)
        {
            return [new(nameof(OfficeRow.From), $"They are not a member on {DateWords.Day(office.From)}")];
        }

        if (terms[at].Kind == TermKind.CoOpted && !office.Kind.IsOfABody())
        {
            return [new(nameof(OfficeRow.Kind), "Co-opted members hold offices of committees only")];
        }

        while (at + 1 < terms.Count && terms[at].Until is { } end && terms[at + 1].From == end.AddDays(1))
        {
            at++;
        }

        if (terms[at].Until is { } lastDay && (office.Until is null || office.Until > lastDay))
        {
            if (office.Until is not null)
            {
                return [new(nameof(OfficeRow.Until), $"Last day must not be after their term, which ends on {DateWords.Day(lastDay)}")];
            }

            office.Until = lastDay;
        }

        return [];
    }

    private async Task<IEnumerable<MemberFault>> OverlapFaultsAsync(OfficeRow office, CancellationToken cancellation)
    {
        var names = await directory.NamesAsync(cancellation);
        var others = (await db.MemberOffices.AsNoTracking().Where(row => row.Id != office.Id && (row.PersonId == office.PersonId || row.Kind == office.Kind) && (row.Until == null || row.Until >= office.From)).ToListAsync(cancellation))
            .Where(row => MemberDays.Overlap(row.From, row.Until, office.From, office.Until)).ToList();
        if (others.Find(row => row.Kind == office.Kind && row.BodyId == office.BodyId && row.GroupId == office.GroupId && (row.PersonId == office.PersonId ? row.Title == office.Title : office.Kind.IsHeldByOne())) is { } same)
        {
            var holder = same.PersonId == office.PersonId ? "They are" : $"{await directory.NameAsync(same.PersonId, cancellation)} is";
            return [new(nameof(OfficeRow.From), $"{holder} {MemberWords.Of(same, names)}, {MemberWords.Span(same.From, same.Until)}. First end that, or choose other days")];
        }

        var own = others.Where(row => row.PersonId == office.PersonId).ToList();
        if (office.Kind is OfficeKind.BodyMember or OfficeKind.Substitute && own.Exists(row => row.BodyId == office.BodyId && row.Kind is OfficeKind.BodyMember or OfficeKind.Substitute))
        {
            return [new(nameof(OfficeRow.Kind), "Nobody is a member and a substitute of the same body at the same time")];
        }

        // Local Government Act 2000, sections 9C(5) and 9FA(3).
        var scrutiny = await db.MemberBodies.Where(row => row.Kind == BodyKind.OverviewAndScrutiny).Select(row => row.Id).ToListAsync(cancellation);
        List<OfficeRow> all = [.. own, office];
        if (all.Exists(row => row.Kind is OfficeKind.Mayor or OfficeKind.ExecutiveMember))
        {
            if (all.Exists(row => row.Kind == OfficeKind.Speaker))
            {
                return [new(nameof(OfficeRow.Kind), "The Speaker cannot belong to the executive")];
            }

            if (all.Exists(row => row.BodyId is { } body && scrutiny.Contains(body)))
            {
                return [new(nameof(OfficeRow.Kind), "Members of the executive cannot sit on an overview and scrutiny committee")];
            }
        }

        return [];
    }
}
