using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>
/// The recipe step "Members": wards, political groups, bodies, terms, memberships of groups, and offices. Wards, groups and bodies are known by their id, what people hold by person, kind and first day; what is there
/// is brought up to date, and nothing is removed.
/// </summary>
internal sealed class MembersStep(PortalDb db, IEvents events) : IRecipeStep
{
    private static readonly string[] Lists = ["Wards", "Groups", "Bodies", "Terms", "GroupMemberships", "Offices"];

    private readonly Dictionary<string, (string Id, string Name)?> people = new(StringComparer.OrdinalIgnoreCase);

    public string Name => "Members";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, ["name", .. Lists]);
        await WardsAsync(context, cancellation);
        await GroupsAsync(context, cancellation);
        await BodiesAsync(context, cancellation);
        await TermsAsync(context, cancellation);
        await MembershipsAsync(context, cancellation);
        await OfficesAsync(context, cancellation);
    }

    private async Task WardsAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("Wards"))
        {
            context.CheckProperties(json, "Id", "Name", "Seats", "Until");
            if (!Named(context, json, WardRow.NameLength, out var id, out var name) || !Last(context, json, out var until))
            {
                continue;
            }

            var seats = int.TryParse(context.Text("Seats", json), CultureInfo.InvariantCulture, out var number) ? number : 1;
            if (seats is < 1 or > 9)
            {
                context.Problem(json, "A ward has 1 to 9 Seats.");
                continue;
            }

            var row = await db.MemberWards.FindAsync([id], cancellation);
            var isNew = row is null;
            row ??= db.Add(new WardRow { Id = id, Name = name }).Entity;
            (row.Name, row.Seats, row.Until) = (name, seats, until);
            await StructureAsync(context, "Ward", id, name, isNew, row, cancellation);
        }
    }

    private async Task GroupsAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("Groups"))
        {
            context.CheckProperties(json, "Id", "Name", "Until");
            if (Named(context, json, PoliticalGroupRow.NameLength, out var id, out var name) && Last(context, json, out var until))
            {
                var row = await db.PoliticalGroups.FindAsync([id], cancellation);
                var isNew = row is null;
                row ??= db.Add(new PoliticalGroupRow { Id = id, Name = name }).Entity;
                (row.Name, row.Until) = (name, until);
                await StructureAsync(context, "Political group", id, name, isNew, row, cancellation);
            }
        }
    }

    private async Task BodiesAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("Bodies"))
        {
            context.CheckProperties(json, "Id", "Name", "Kind", "Until");
            if (Named(context, json, BodyRow.NameLength, out var id, out var name) && Kind<BodyKind>(context, json, out var kind) && Last(context, json, out var until))
            {
                var row = await db.MemberBodies.FindAsync([id], cancellation);
                var isNew = row is null;
                row ??= db.Add(new BodyRow { Id = id, Name = name, Kind = kind }).Entity;
                (row.Name, row.Kind, row.Until) = (name, kind, until);
                await StructureAsync(context, "Body", id, name, isNew, row, cancellation);
            }
        }
    }

    private async Task TermsAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("Terms"))
        {
            context.CheckProperties(json, "Person", "Kind", "Ward", "From", "Until", "EndReason");
            if (!Kind<TermKind>(context, json, out var kind) || !Days(context, json, out var from, out var until) || await PersonAsync(context, json, cancellation) is not { } person)
            {
                continue;
            }

            var ward = context.Text("Ward", json);
            if (kind == TermKind.Elected ? ward is null || await db.MemberWards.FindAsync([ward], cancellation) is null : ward is not null)
            {
                context.Problem(context.Find("Ward", json) ?? json, "A term of the kind Elected needs a Ward that is known; other terms have none.");
                continue;
            }

            var others = await db.MemberTerms.Where(term => term.PersonId == person.Id).ToListAsync(cancellation);
            var row = others.Find(term => term.From == from);
            if (others.Exists(term => term != row && MemberDays.Overlap(term.From, term.Until, from, until)))
            {
                context.Problem(json, $"The term of {person.Name} from {DateWords.Day(from)} overlaps another.");
                continue;
            }

            var isNew = row is null;
            row ??= db.Add(new TermRow { Id = Identifiers.From("member-term", person.Id, Key(from)), PersonId = person.Id, PersonName = person.Name, Kind = kind, From = from }).Entity;
            (row.PersonName, row.Kind, row.WardId, row.Until, row.EndReason) = (person.Name, kind, ward, until, Short(context.Text("EndReason", json) ?? "", TermRow.ReasonLength));
            await SavedAsync(context, person, $"{MemberWords.Of(kind)} from {DateWords.Day(from)}", isNew, row, cancellation);
        }
    }

    private async Task MembershipsAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("GroupMemberships"))
        {
            context.CheckProperties(json, "Person", "Group", "From", "Until");
            if (!Days(context, json, out var from, out var until) || await PersonAsync(context, json, cancellation) is not { } person)
            {
                continue;
            }

            var group = context.Text("Group", json) is { } id ? await db.PoliticalGroups.FindAsync([id], cancellation) : null;
            var others = await db.GroupMemberships.Where(row => row.PersonId == person.Id).ToListAsync(cancellation);
            var row = others.Find(one => one.From == from);
            if (group is null || (row is not null && row.GroupId != group.Id) || others.Exists(one => one != row && MemberDays.Overlap(one.From, one.Until, from, until)))
            {
                context.Problem(json, $"{person.Name} needs a Group that is known, and belongs to one group at a time.");
                continue;
            }

            var isNew = row is null;
            row ??= db.Add(new GroupMembershipRow { Id = Identifiers.From("member-group", person.Id, Key(from)), PersonId = person.Id, GroupId = group.Id, From = from }).Entity;
            row.Until = until;
            await SavedAsync(context, person, $"{group.Name} from {DateWords.Day(from)}", isNew, row, cancellation);
        }
    }

    private async Task OfficesAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("Offices"))
        {
            context.CheckProperties(json, "Person", "Kind", "Body", "Group", "Title", "From", "Until");
            if (!Kind<OfficeKind>(context, json, out var kind) || !Days(context, json, out var from, out var until) || await PersonAsync(context, json, cancellation) is not { } person)
            {
                continue;
            }

            var body = context.Text("Body", json) is { } bodyId ? await db.MemberBodies.FindAsync([bodyId], cancellation) : null;
            var group = context.Text("Group", json) is { } groupId ? await db.PoliticalGroups.FindAsync([groupId], cancellation) : null;
            if (kind.IsOfABody() != (body is not null) || kind.IsOfAGroup() != (group is not null))
            {
                context.Problem(json, "A seat, chair or vice-chair needs a Body that is known, a leader or whip a Group that is known; other offices have neither.");
                continue;
            }

            var others = await db.MemberOffices.Where(row => row.Kind == kind && row.BodyId == (body == null ? null : body.Id) && row.GroupId == (group == null ? null : group.Id)).ToListAsync(cancellation);
            var row = others.Find(one => one.PersonId == person.Id && one.From == from);
            if (others.Exists(one => one != row && MemberDays.Overlap(one.From, one.Until, from, until) && (one.PersonId == person.Id ? kind != OfficeKind.ExecutiveMember : kind.IsHeldByOne())))
            {
                context.Problem(json, $"{MemberWords.Of(kind, "", body?.Name ?? group?.Name ?? "")} from {DateWords.Day(from)} overlaps another time for which it is held.");
                continue;
            }

            var isNew = row is null;
            row ??= db.Add(new OfficeRow
            {
                Id = Identifiers.From("member-office", person.Id, kind.ToString(), body?.Id ?? group?.Id ?? "", Key(from)),
                PersonId = person.Id,
                Kind = kind,
                BodyId = body?.Id,
                GroupId = group?.Id,
                From = from,
            }).Entity;
            (row.Title, row.Until) = (Short(context.Text("Title", json) ?? "", OfficeRow.TitleLength), until);
            await SavedAsync(context, person, $"{MemberWords.Of(kind, row.Title, body?.Name ?? group?.Name ?? "")} from {DateWords.Day(from)}", isNew, row, cancellation);
        }
    }

    private async Task StructureAsync(RecipeStepContext context, string kind, string id, string name, bool isNew, object row, CancellationToken cancellation)
    {
        if (db.Entry(row).State is EntityState.Added or EntityState.Modified)
        {
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new CouncilStructureChanged(kind, id, name, isNew, []), cancellation);
            context.Changed(isNew ? RecipeAction.Added : RecipeAction.Changed, kind, id, name);
        }
    }

    private async Task SavedAsync(RecipeStepContext context, (string Id, string Name) person, string what, bool isNew, object row, CancellationToken cancellation)
    {
        if (db.Entry(row).State is EntityState.Added or EntityState.Modified)
        {
            if (row is TermRow term && !isNew)
            {
                term.Revision++;
            }

            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new MemberChanged(person.Id, person.Name, $"{(isNew ? "Recorded" : "Changed")}: {what}", "", []), cancellation);
            context.Changed(isNew ? RecipeAction.Added : RecipeAction.Changed, "Member", person.Id, person.Name, what);
        }
    }

    private async Task<(string Id, string Name)?> PersonAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        var userName = context.Text("Person", json) ?? "";
        if (!people.TryGetValue(userName, out var known))
        {
            known = await context.PersonAsync(db, json, "Person", cancellation) is { } person ? (person.Id, person.FullName) : null;
            people.Add(userName, known);
        }
        else if (known is null)
        {
            context.Problem(json, $"Nobody has the user name \"{userName}\".");
        }

        return known;
    }

    private static bool Named(RecipeStepContext context, JsonObject json, int longest, out string id, out string name)
    {
        (id, name) = (context.Text("Id", json) ?? "", (context.Text("Name", json) ?? "").Trim());
        if (id.Length is > 0 and <= Identifiers.MaximumLength && name.Length > 0 && name.Length <= longest)
        {
            return true;
        }

        context.Problem(json, $"It needs an Id of up to {Identifiers.MaximumLength} characters and a Name of up to {longest}.");
        return false;
    }

    private static bool Kind<TKind>(RecipeStepContext context, JsonObject json, out TKind kind) where TKind : struct, Enum
    {
        if (Enum.TryParse(context.Text("Kind", json), ignoreCase: true, out kind) && Enum.IsDefined(kind))
        {
            return true;
        }

        context.Problem(context.Find("Kind", json) ?? json, $"Kind must be one of {string.Join(", ", Enum.GetNames<TKind>())}.");
        return false;
    }

    private static bool Days(RecipeStepContext context, JsonObject json, out DateOnly from, out DateOnly? until)
    {
        until = null;
        if (!DateOnly.TryParseExact(context.Text("From", json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out from))
        {
            context.Problem(context.Find("From", json) ?? json, "From must be a day, for example 2023-05-08.");
            return false;
        }

        if (!Last(context, json, out until))
        {
            return false;
        }

        if (until < from)
        {
            context.Problem(context.Find("Until", json), "Until must not be before From.");
            return false;
        }

        return true;
    }

    private static bool Last(RecipeStepContext context, JsonObject json, out DateOnly? until)
    {
        until = null;
        if (context.Text("Until", json) is not { } text)
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            until = day;
            return true;
        }

        context.Problem(context.Find("Until", json), "Until must be a day, for example 2027-05-06.");
        return false;
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string text, int length) => text.Length > length ? text[..length] : text;
}
