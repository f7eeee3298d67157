using System.Globalization;
using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LearningDev.Platform.People;

/// <summary>Says which values of a person's staff profile are about to be changed, as the audit shows it (ADM-03).</summary>
internal static class PersonChanges
{
    private static readonly (string Property, string Name)[] Shown =
    [
        (nameof(Person.UserName), "User name"), (nameof(Person.Email), "Email"), (nameof(Person.GivenName), "Given name"), (nameof(Person.FamilyName), "Family name"),
        (nameof(Person.EmployeeNumber), "Employee number"), (nameof(Person.JobTitle), "Job title"), (nameof(Person.Grade), "Grade"), (nameof(Person.RoleLevel), "Role level"),
        (nameof(Person.UnitId), "Unit"), (nameof(Person.FullTimeFraction), "Fraction of full time"), (nameof(Person.StartsOn), "First day"), (nameof(Person.LeavesOn), "Last day"),
    ];

    /// <summary>Compares a person with what the database holds.</summary>
    /// <param name="person">The person as the context follows it.</param>
    /// <param name="units">All units, for their names.</param>
    public static IEnumerable<AuditChange> Of(EntityEntry<Person> person, IReadOnlyCollection<OrganisationUnit> units) =>
        from shown in Shown
        let property = person.Property(shown.Property)
        where !Equals(property.OriginalValue, property.CurrentValue)
        select new AuditChange(shown.Name, Words(shown.Property, property.OriginalValue, units), Words(shown.Property, property.CurrentValue, units));

    private static string Words(string property, object? value, IReadOnlyCollection<OrganisationUnit> units) => value switch
    {
        null => "",
        string id when property == nameof(Person.UnitId) => units.FirstOrDefault(unit => unit.Id == id)?.Name ?? id,
        DateOnly day => DateWords.Day(day),
        decimal fraction => fraction.ToString("0.####", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
