using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Profile;

/// <summary>Reads a person's staff profile.</summary>
internal sealed class ProfileReader(PortalDb db, ISettings settings)
{
    private const int DeepestUnit = 10;

    /// <summary>Reads the profile of a person; null when there is nobody of that id.</summary>
    public async Task<StaffProfile?> FindAsync(string personId, CancellationToken cancellation)
    {
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == personId, cancellation);
        if (person is null)
        {
            return null;
        }

        var manager = person.LineManagerId is null
            ? null
            : await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person.LineManagerId, cancellation);
        var levels = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels;
        var level = levels.Find(candidate => candidate.Key == person.RoleLevel)?.Name ?? person.RoleLevel;
        return new StaffProfile(person, level, await UnitsAsync(person.UnitId, cancellation), manager?.FullName);
    }

    private async Task<IReadOnlyList<OrganisationUnit>> UnitsAsync(string? id, CancellationToken cancellation)
    {
        List<OrganisationUnit> path = [];
        while (id is not null && path.Count < DeepestUnit)
        {
            var unit = await db.Units.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
            path.Add(unit);
            id = unit.ParentId;
        }

        return path;
    }
}

/// <summary>A person with the words for what the row holds only as keys.</summary>
/// <param name="Person">The person.</param>
/// <param name="RoleLevel">The name of the role level; empty when there is none.</param>
/// <param name="Units">The person's unit and those above it, the highest last.</param>
/// <param name="LineManager">The line manager's name; null when there is none.</param>
internal sealed record StaffProfile(Person Person, string RoleLevel, IReadOnlyList<OrganisationUnit> Units, string? LineManager);
