using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People;

/// <summary>Brings units and people in from files: new ones are added, known ones brought up to date (ADM-02). Never sets a password.</summary>
public sealed class PeopleImport(PortalDb db, UserManager<Person> users, RoleManager<Role> roles, IEvents events)
{
    /// <summary>Adds or changes units, matched by code; a parent must stand before its children or exist already.</summary>
    /// <param name="records">The units.</param>
    /// <param name="changed">Is told of each unit that was added (true) or changed.</param>
    /// <param name="cancellation">Stops the import.</param>
    /// <returns>How many units were added or changed.</returns>
    /// <exception cref="ImportException">A unit names a parent that is not known.</exception>
    public async Task<int> ImportUnitsAsync(
        IEnumerable<UnitRecord> records, Action<OrganisationUnit, bool>? changed = null, CancellationToken cancellation = default)
    {
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, StringComparer.OrdinalIgnoreCase, cancellation);
        var changes = 0;
        foreach (var record in records)
        {
            OrganisationUnit? parent = null;
            if (record.Parent is { Length: > 0 } code && !units.TryGetValue(code, out parent))
            {
                throw new ImportException($"The unit {record.Code} belongs to {code}, which is not known.", record);
            }

            if (!units.TryGetValue(record.Code, out var unit))
            {
                unit = new OrganisationUnit { Code = record.Code, Name = record.Name, Kind = record.Kind };
                units.Add(record.Code, unit);
                db.Add(unit);
            }

            unit.Name = record.Name;
            unit.Kind = record.Kind;
            unit.ParentId = parent?.Id;
            if (db.Entry(unit).State is var state and (EntityState.Added or EntityState.Modified))
            {
                await events.PublishAsync(new UnitImported(unit.Code, unit.Name), cancellation);
                changed?.Invoke(unit, state == EntityState.Added);
                changes++;
            }
        }

        return changes;
    }

    /// <summary>Adds or changes people, matched by user name.</summary>
    /// <param name="records">The people.</param>
    /// <param name="changed">Is told of each person who was added (true) or changed.</param>
    /// <param name="cancellation">Stops the import.</param>
    /// <returns>How many people were added or changed.</returns>
    /// <exception cref="ImportException">A person names a unit, manager or role that is not known, or the account is refused.</exception>
    public async Task<int> ImportPeopleAsync(
        IReadOnlyCollection<PersonRecord> records, Action<Person, bool>? changed = null, CancellationToken cancellation = default)
    {
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, StringComparer.OrdinalIgnoreCase, cancellation);
        Dictionary<string, bool> imported = new(StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            if (await ImportPersonAsync(record, units) is { } added)
            {
                imported.TryAdd(record.UserName, added);
            }
        }

        var names = records.Select(record => users.NormalizeName(record.UserName)).ToList();
        var people = await db.Users.Where(person => names.Contains(person.NormalizedUserName!))
            .ToDictionaryAsync(person => person.UserName!, StringComparer.OrdinalIgnoreCase, cancellation);
        foreach (var record in records)
        {
            var person = people[record.UserName];
            person.LineManagerId = record.LineManager is { Length: > 0 } manager ? await IdOfAsync(manager, people, record) : null;
            foreach (var code in record.HeadOf)
            {
                Unit(units, code, record).HeadId = person.Id;
            }

            if (await GiveRolesAsync(person, record) || db.ChangeTracker.HasChanges())
            {
                imported.TryAdd(record.UserName, false);
                await db.SaveChangesAsync(cancellation);
            }
        }

        foreach (var (userName, added) in imported)
        {
            await events.PublishAsync(new PersonImported(people[userName].Id, people[userName].FullName), cancellation);
            changed?.Invoke(people[userName], added);
        }

        return imported.Count;
    }

    /// <returns>True when the person is new, false when changed, null when nothing is different.</returns>
    private async Task<bool?> ImportPersonAsync(PersonRecord record, Dictionary<string, OrganisationUnit> units)
    {
        var person = await users.FindByNameAsync(record.UserName);
        var isNew = person is null;
        person ??= new Person { UserName = record.UserName, EmailConfirmed = true };
        person.Email = record.Email;
        person.GivenName = record.GivenName;
        person.FamilyName = record.FamilyName;
        person.EmployeeNumber = record.EmployeeNumber;
        person.JobTitle = record.JobTitle;
        person.Grade = record.Grade;
        person.RoleLevel = record.RoleLevel;
        person.FullTimeFraction = record.FullTimeFraction;
        person.StartsOn = record.StartsOn;
        person.LeavesOn = record.LeavesOn;
        person.UnitId = record.Unit is { Length: > 0 } code ? Unit(units, code, record).Id : null;
        if (!isNew && db.Entry(person).State != EntityState.Modified && !db.ChangeTracker.HasChanges())
        {
            return null;
        }

        Require(isNew ? await users.CreateAsync(person) : await users.UpdateAsync(person), record);
        return isNew;
    }

    private async Task<bool> GiveRolesAsync(Person person, PersonRecord record)
    {
        var current = await users.GetRolesAsync(person);
        foreach (var role in record.Roles)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                throw new ImportException($"{record.UserName} has the role {role}, which is not known.", record);
            }
        }

        var added = record.Roles.Except(current, StringComparer.OrdinalIgnoreCase).ToList();
        var removed = current.Except(record.Roles, StringComparer.OrdinalIgnoreCase).ToList();
        if (added.Count > 0)
        {
            Require(await users.AddToRolesAsync(person, added), record);
        }

        if (removed.Count > 0)
        {
            Require(await users.RemoveFromRolesAsync(person, removed), record);
        }

        return added.Count + removed.Count > 0;
    }

    private async Task<string> IdOfAsync(string userName, Dictionary<string, Person> people, PersonRecord record) =>
        (people.GetValueOrDefault(userName) ?? await users.FindByNameAsync(userName))?.Id
        ?? throw new ImportException($"{record.UserName} has the line manager {userName}, who is not known.", record);

    private static OrganisationUnit Unit(Dictionary<string, OrganisationUnit> units, string code, PersonRecord record) =>
        units.GetValueOrDefault(code) ?? throw new ImportException($"{record.UserName} belongs to the unit {code}, which is not known.", record);

    private static void Require(IdentityResult result, PersonRecord record)
    {
        if (!result.Succeeded)
        {
            throw new ImportException($"{record.UserName}: {string.Join(" ", result.Errors.Select(error => error.Description))}", record);
        }
    }
}

/// <summary>A row of a file cannot be brought in; the message says which and why.</summary>
/// <param name="message">Which row and why.</param>
/// <param name="record">The row, as it was given to the import; null when it is not known.</param>
public sealed class ImportException(string message, object? record = null) : Exception(message)
{
    /// <summary>The row that cannot be brought in, as it was given to the import; null when it is not known.</summary>
    public object? Record { get; } = record;
}

/// <summary>A unit as a file describes it.</summary>
/// <param name="Code">The unit's code.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Kind">Directorate, service or team.</param>
/// <param name="Parent">The code of the unit above; null for a directorate.</param>
public sealed record UnitRecord(string Code, string Name, UnitKind Kind, string? Parent = null);

/// <summary>A person as a file describes one; the properties are those of <see cref="Person"/>, with names and codes for ids.</summary>
public sealed record PersonRecord
{
    /// <summary>The name by which the person signs in.</summary>
    public required string UserName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <inheritdoc cref="Person.GivenName" />
    public string GivenName { get; init; } = "";

    /// <inheritdoc cref="Person.FamilyName" />
    public string FamilyName { get; init; } = "";

    /// <inheritdoc cref="Person.EmployeeNumber" />
    public string EmployeeNumber { get; init; } = "";

    /// <inheritdoc cref="Person.JobTitle" />
    public string JobTitle { get; init; } = "";

    /// <inheritdoc cref="Person.Grade" />
    public string Grade { get; init; } = "";

    /// <inheritdoc cref="Person.RoleLevel" />
    public string RoleLevel { get; init; } = "";

    /// <summary>The code of the person's unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The user name of the line manager.</summary>
    public string? LineManager { get; init; }

    /// <inheritdoc cref="Person.FullTimeFraction" />
    public decimal FullTimeFraction { get; init; } = 1m;

    /// <inheritdoc cref="Person.StartsOn" />
    public DateOnly? StartsOn { get; init; }

    /// <inheritdoc cref="Person.LeavesOn" />
    public DateOnly? LeavesOn { get; init; }

    /// <summary>The names of the person's roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The codes of the units that the person heads.</summary>
    public IReadOnlyList<string> HeadOf { get; init; } = [];
}

/// <summary>A unit was added or changed by an import.</summary>
/// <param name="Code">The unit's code.</param>
/// <param name="Name">The unit's name.</param>
public sealed record UnitImported(string Code, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Unit", Code, Name);

    /// <inheritdoc />
    public string Summary => $"Imported the unit {Name}";
}

/// <summary>A person was added or changed by an import.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record PersonImported(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Imported {Name}";
}
