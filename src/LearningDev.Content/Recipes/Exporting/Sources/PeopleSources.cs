using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Exporting.Sources;

/// <summary>Directorates, services and teams, parents first.</summary>
internal sealed class StructureSource(PortalDb db) : IRecipeSource
{
    public const string SourceId = "structure";

    public string Id => SourceId;

    public string Name => "Structure";

    public string Description => "Directorates, services and teams, without the people in them.";

    public int Order => 50;

    public Task<int> CountAsync(CancellationToken cancellation) => db.Units.CountAsync(cancellation);

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!plan.Has(Id))
        {
            yield break;
        }

        var units = await db.Units.AsNoTracking().ToListAsync(cancellation);
        var children = units.ToLookup(unit => unit.ParentId);
        var codes = units.ToDictionary(unit => unit.Id, unit => unit.Code);
        yield return ExportedStep.Of("structure", "Units", Below(parent: null).Select(unit =>
            JsonSerializer.SerializeToNode(new UnitRecord(unit.Code, unit.Name, unit.Kind, unit.ParentId is { } parent ? codes[parent] : null), PortalJson.Compact)!));

        IEnumerable<OrganisationUnit> Below(string? parent) => children[parent].OrderBy(unit => unit.Code, StringComparer.Ordinal)
            .SelectMany(unit => Below(unit.Id).Prepend(unit));
    }
}

/// <summary>Accounts with their staff profiles, as the portal's own step "people" reads them: never with passwords.</summary>
internal sealed class PeopleSource(PortalDb db, PeopleToExport people) : IRecipeSource
{
    public string Id => "people";

    public string Name => "People";

    public string Description => "Accounts with names, email addresses, posts, managers and roles. Never passwords.";

    public int Order => 60;

    public bool IsPersonal => true;

    public Task<int> CountAsync(CancellationToken cancellation) => db.Users.CountAsync(cancellation);

    // A person is refused whose unit or role is not known.
    public Task PlanAsync(RecipeExportPlan plan, CancellationToken cancellation)
    {
        plan.Need(ExportNeed.Source, StructureSource.SourceId, Name);
        plan.Need(ExportNeed.Source, "roles", Name);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Has(Id))
        {
            await Task.CompletedTask;
            yield return new ExportedStep("people", [], "People", RecordsAsync(cancellation));
        }
    }

    private async IAsyncEnumerable<JsonNode> RecordsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().ToListAsync(cancellation);
        var codes = units.ToDictionary(unit => unit.Id, unit => unit.Code);
        var headOf = units.Where(unit => unit.HeadId is not null).ToLookup(unit => unit.HeadId!, unit => unit.Code);
        var userNames = await people.UserNamesAsync(cancellation);
        await foreach (var (person, roles) in people.ReadAsync(userNames, cancellation))
        {
            yield return JsonSerializer.SerializeToNode(
                new PersonRecord
                {
                    UserName = person.UserName!,
                    Email = person.Email ?? "",
                    GivenName = person.GivenName,
                    FamilyName = person.FamilyName,
                    EmployeeNumber = person.EmployeeNumber,
                    JobTitle = person.JobTitle,
                    Grade = person.Grade,
                    RoleLevel = person.RoleLevel,
                    Unit = person.UnitId is { } unit ? codes[unit] : null,
                    LineManager = person.LineManagerId is { } manager ? userNames.GetValueOrDefault(manager) : null,
                    // Databases keep more or fewer noughts.
                    FullTimeFraction = decimal.Parse(person.FullTimeFraction.ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
                    StartsOn = person.StartsOn,
                    LeavesOn = person.LeavesOn,
                    Roles = roles,
                    HeadOf = [.. headOf[person.Id].Order(StringComparer.Ordinal)],
                },
                PortalJson.Compact)!;
        }
    }
}

/// <summary>Accounts in Orchard Core's form, for a portal that is not this one: without passwords, security stamps and tokens.</summary>
internal sealed class UsersSource(PortalDb db, PeopleToExport people) : IRecipeSource
{
    public string Id => "users";

    public string Name => "Users in Orchard Core’s form";

    public string Description => "Accounts as Orchard Core’s step Users reads them, for a site of Orchard Core. Never passwords.";

    public int Order => 65;

    public bool IsPersonal => true;

    public Task<int> CountAsync(CancellationToken cancellation) => db.Users.CountAsync(cancellation);

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Has(Id))
        {
            await Task.CompletedTask;
            yield return new ExportedStep("Users", [], "Users", RecordsAsync(cancellation));
        }
    }

    private async IAsyncEnumerable<JsonNode> RecordsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (person, roles) in people.ReadAsync(await people.UserNamesAsync(cancellation), cancellation))
        {
            yield return new JsonObject
            {
                ["UserId"] = person.Id,
                ["UserName"] = person.UserName,
                ["NormalizedUserName"] = person.NormalizedUserName,
                ["Email"] = person.Email,
                ["NormalizedEmail"] = person.NormalizedEmail,
                ["EmailConfirmed"] = person.EmailConfirmed,
                ["IsEnabled"] = person.DisabledUtc is null,
                ["IsLockoutEnabled"] = person.LockoutEnabled,
                ["PhoneNumber"] = person.PhoneNumber,
                ["PhoneNumberConfirmed"] = person.PhoneNumberConfirmed,
                ["RoleNames"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
            };
        }
    }
}

/// <summary>Reads all people by user name, some at a time.</summary>
internal sealed class PeopleToExport(PortalDb db)
{
    private const int AtOnce = 500;

    /// <summary>The user names of all people, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> UserNamesAsync(CancellationToken cancellation) =>
        await db.Users.AsNoTracking().Select(person => new { person.Id, person.UserName }).ToDictionaryAsync(person => person.Id, person => person.UserName!, cancellation);

    /// <summary>People in the order of their user names, with the names of their roles.</summary>
    public async IAsyncEnumerable<(Person Person, IReadOnlyList<string> Roles)> ReadAsync(
        IReadOnlyDictionary<string, string> userNames, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var roleNames = await db.Roles.AsNoTracking().ToDictionaryAsync(role => role.Id, role => role.Name!, cancellation);
        foreach (var some in userNames.OrderBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => pair.Key).Chunk(AtOnce))
        {
            List<string> ids = [.. some];
            var found = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
            var roles = (await db.UserRoles.AsNoTracking().Where(row => ids.Contains(row.UserId)).ToListAsync(cancellation)).ToLookup(row => row.UserId, row => roleNames[row.RoleId]);
            foreach (var id in some.Where(found.ContainsKey))
            {
                yield return (found[id], [.. roles[id].Order(StringComparer.Ordinal)]);
            }
        }
    }
}
