using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People;

/// <summary>A person who uses the portal: a member of staff, a councillor or a co-optee, with the staff profile.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>Makes a person with a new id.</summary>
    public Person() => Id = Identifiers.New();

    /// <summary>The given name.</summary>
    public string GivenName { get; set; } = "";

    /// <summary>The family name.</summary>
    public string FamilyName { get; set; } = "";

    /// <summary>The number under which HR and payroll know the person; empty for a councillor without one.</summary>
    public string EmployeeNumber { get; set; } = "";

    /// <summary>The job title, or the office of a councillor.</summary>
    public string JobTitle { get; set; } = "";

    /// <summary>The pay grade: one of <see cref="PeopleSettings.Grades"/>, or empty.</summary>
    public string Grade { get; set; } = "";

    /// <summary>The key of one of <see cref="PeopleSettings.RoleLevels"/>, or empty.</summary>
    public string RoleLevel { get; set; } = "";

    /// <summary>The directorate, service or team that the person belongs to.</summary>
    public string? UnitId { get; set; }

    /// <summary>The id of the line manager.</summary>
    public string? LineManagerId { get; set; }

    /// <summary>Hours as a fraction of full time, above 0 and up to 1.</summary>
    public decimal FullTimeFraction { get; set; } = 1m;

    /// <summary>The first day of employment or office.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day of employment or office; null while none is known.</summary>
    public DateOnly? LeavesOn { get; set; }

    /// <summary>Since when the account is disabled, in UTC: nobody can sign in to it. Null while it is in use.</summary>
    public DateTime? DisabledUtc { get; set; }

    /// <summary>Given and family name.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>True from the day after the last day of employment.</summary>
    public bool HasLeft(DateOnly today) => LeavesOn < today;
}
