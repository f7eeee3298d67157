using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Wards;

/// <summary>The kinds of what members belong to, as addresses say them.</summary>
internal static class PartKinds
{
    public const string Ward = "ward";
    public const string Group = "group";
    public const string Body = "body";

    public static bool IsKnown(string kind) => kind is Ward or Group or Body;

    /// <summary>What it is called within a sentence.</summary>
    public static string Words(string kind) => kind switch { Ward => "ward", Group => "political group", _ => "committee or outside body" };
}

/// <summary>A ward, a political group or a body.</summary>
/// <param name="Kind">One of <see cref="PartKinds"/>.</param>
/// <param name="Id">Its id; empty for one that is to be added.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seats">How many councillors a ward elects; 0 for others.</param>
/// <param name="BodyKind">What a body is; null for others.</param>
/// <param name="Until">The last day on which it exists; null while none is known.</param>
internal sealed record CouncilPart(string Kind, string Id, string Name, int Seats, BodyKind? BodyKind, DateOnly? Until);

/// <summary>Wards, political groups, committees and outside bodies, as Democratic Services look after them (MEM-02).</summary>
internal sealed class CouncilParts(PortalDb db, MemberDirectory directory, WorkingCalendar calendar, IEvents events)
{
    /// <summary>All of them, with how many members each has today: wards, groups, then bodies, by name.</summary>
    public async Task<IReadOnlyList<(CouncilPart Part, int Members)>> ListAsync(CancellationToken cancellation)
    {
        var members = await directory.AllAsync(await calendar.TodayAsync(), cancellation);
        var wards = await db.MemberWards.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation);
        var bodies = await db.MemberBodies.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation);
        return
        [
            .. wards.Select(row => (Of(row), members.Count(member => member.Term.WardId == row.Id))),
            .. groups.Select(row => (Of(row), members.Count(member => member.GroupId == row.Id))),
            .. bodies.Select(row => (Of(row), members.Count(member => member.Offices.Any(office => office.Row.BodyId == row.Id)))),
        ];
    }

    /// <summary>One of them; null when there is none.</summary>
    public async Task<CouncilPart?> FindAsync(string kind, string id, CancellationToken cancellation) => kind switch
    {
        PartKinds.Ward => await db.MemberWards.FindAsync([id], cancellation) is { } row ? Of(row) : null,
        PartKinds.Group => await db.PoliticalGroups.FindAsync([id], cancellation) is { } row ? Of(row) : null,
        _ => await db.MemberBodies.FindAsync([id], cancellation) is { } row ? Of(row) : null,
    };

    /// <summary>Adds one, or changes it.</summary>
    /// <param name="part">How it is to be.</param>
    /// <param name="before">How it was when the form was opened; null for one that is to be added.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is wrong; nothing is changed then.</returns>
    public async Task<IReadOnlyList<MemberFault>> SaveAsync(CouncilPart part, CouncilPart? before, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        var now = before is null ? null : await FindAsync(before.Kind, before.Id, cancellation);
        if (before is not null && now != before)
        {
            return [new("", "Somebody else has changed it meanwhile. Look at it again")];
        }

        List<MemberFault> faults = [.. await FaultsAsync(part, cancellation)];
        if (faults.Count > 0 || part == before)
        {
            return faults;
        }

        var id = part.Kind switch
        {
            PartKinds.Ward => Write(part, await db.MemberWards.FindAsync([part.Id], cancellation)),
            PartKinds.Group => Write(part, await db.PoliticalGroups.FindAsync([part.Id], cancellation)),
            _ => Write(part, await db.MemberBodies.FindAsync([part.Id], cancellation)),
        };
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(
            new CouncilStructureChanged(part.Kind switch { PartKinds.Ward => "Ward", PartKinds.Group => "Political group", _ => "Body" }, id, part.Name, before is null, [.. ChangesOf(before, part)]), cancellation);
        return [];
    }

    private static CouncilPart Of(WardRow row) => new(PartKinds.Ward, row.Id, row.Name, row.Seats, null, row.Until);

    private static CouncilPart Of(PoliticalGroupRow row) => new(PartKinds.Group, row.Id, row.Name, 0, null, row.Until);

    private static CouncilPart Of(BodyRow row) => new(PartKinds.Body, row.Id, row.Name, 0, row.Kind, row.Until);

    private string Write(CouncilPart part, WardRow? row)
    {
        row ??= db.Add(new WardRow { Name = part.Name }).Entity;
        (row.Name, row.Seats, row.Until) = (part.Name, part.Seats, part.Until);
        return row.Id;
    }

    private string Write(CouncilPart part, PoliticalGroupRow? row)
    {
        row ??= db.Add(new PoliticalGroupRow { Name = part.Name }).Entity;
        (row.Name, row.Until) = (part.Name, part.Until);
        return row.Id;
    }

    private string Write(CouncilPart part, BodyRow? row)
    {
        row ??= db.Add(new BodyRow { Name = part.Name, Kind = part.BodyKind!.Value }).Entity;
        (row.Name, row.Kind, row.Until) = (part.Name, part.BodyKind!.Value, part.Until);
        return row.Id;
    }

    private async Task<IEnumerable<MemberFault>> FaultsAsync(CouncilPart part, CancellationToken cancellation)
    {
        List<MemberFault> faults = [];
        var longest = part.Kind == PartKinds.Body ? BodyRow.NameLength : WardRow.NameLength;
        if (part.Name.Length is 0 || part.Name.Length > longest)
        {
            faults.Add(new(nameof(CouncilPart.Name), part.Name.Length == 0 ? "Enter the name" : $"Name must be {longest} characters or fewer"));
        }

        var isTaken = part.Kind switch
        {
            PartKinds.Ward => await db.MemberWards.AnyAsync(row => row.Name == part.Name && row.Id != part.Id, cancellation),
            PartKinds.Group => await db.PoliticalGroups.AnyAsync(row => row.Name == part.Name && row.Id != part.Id, cancellation),
            _ => await db.MemberBodies.AnyAsync(row => row.Name == part.Name && row.Id != part.Id, cancellation),
        };
        if (isTaken)
        {
            faults.Add(new(nameof(CouncilPart.Name), $"There is a {PartKinds.Words(part.Kind)} of this name already"));
        }

        if (part.Kind == PartKinds.Ward && part.Seats is < 1 or > 9)
        {
            faults.Add(new(nameof(CouncilPart.Seats), "Number of councillors must be between 1 and 9"));
        }

        if (part.Kind == PartKinds.Body && part.BodyKind is null)
        {
            faults.Add(new(nameof(CouncilPart.BodyKind), "Choose what it is"));
        }

        if (part is { Until: { } until, Id.Length: > 0 } && await UsedAfterAsync(part, until, cancellation) is { } used)
        {
            faults.Add(new(nameof(CouncilPart.Until), used));
        }

        return faults;
    }

    /// <summary>Who keeps it from ending; null when nobody does.</summary>
    private async Task<string?> UsedAfterAsync(CouncilPart part, DateOnly until, CancellationToken cancellation) => part.Kind switch
    {
        PartKinds.Ward => await db.MemberTerms.AnyAsync(row => row.WardId == part.Id && (row.Until == null || row.Until > until), cancellation)
            ? $"Councillors are members for this ward after {DateWords.Day(until)}. First end their terms" : null,
        PartKinds.Group => await db.GroupMemberships.AnyAsync(row => row.GroupId == part.Id && (row.Until == null || row.Until > until), cancellation)
            ? $"Members belong to this group after {DateWords.Day(until)}. First change their group" : null,
        _ => await db.MemberOffices.AnyAsync(row => row.BodyId == part.Id && (row.Until == null || row.Until > until), cancellation)
            ? $"Members hold offices of this body after {DateWords.Day(until)}. First end those" : null,
    };

    private static IEnumerable<AuditChange> ChangesOf(CouncilPart? before, CouncilPart after) => new AuditChange[]
    {
        new("Name", before?.Name ?? "", after.Name),
        new("Number of councillors", Number(before), Number(after)),
        new("Kind", before?.BodyKind is { } was ? MemberWords.Of(was) : "", after.BodyKind is { } kind ? MemberWords.Of(kind) : ""),
        new("Last day", before?.Until is { } old ? DateWords.Day(old) : "", after.Until is { } until ? DateWords.Day(until) : ""),
    }.Where(change => change.Before != change.After);

    private static string Number(CouncilPart? part) => part is { Seats: > 0 } ? part.Seats.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
}
