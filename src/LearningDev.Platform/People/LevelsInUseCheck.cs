using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People;

/// <summary>Keeps role levels and pay grades that people still have.</summary>
internal sealed class LevelsInUseCheck(PortalDb db, TimeProvider time) : ISettingsCheck
{
    public Type Section => typeof(PeopleSettings);

    public async Task<IReadOnlyList<SettingsError>> CheckAsync(object before, object after, CancellationToken cancellation)
    {
        var (was, becomes) = ((PeopleSettings)before, (PeopleSettings)after);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var staff = db.Users.Where(person => person.LeavesOn == null || person.LeavesOn >= today);
        List<SettingsError> errors = [];
        foreach (var level in was.RoleLevels.Where(level => becomes.RoleLevels.TrueForAll(other => other.Key != level.Key)))
        {
            if (await staff.CountAsync(person => person.RoleLevel == level.Key, cancellation) is > 0 and var count)
            {
                errors.Add(new SettingsError(nameof(PeopleSettings.RoleLevels), $"{level.Name} ({level.Key}) cannot be removed: {People(count)} this role level. Give them another one first"));
            }
        }

        foreach (var grade in was.Grades.Except(becomes.Grades))
        {
            if (await staff.CountAsync(person => person.Grade == grade, cancellation) is > 0 and var count)
            {
                errors.Add(new SettingsError(nameof(PeopleSettings.Grades), $"{grade} cannot be removed: {People(count)} this pay grade. Give them another one first"));
            }
        }

        return errors;
    }

    private static string People(int count) => count == 1 ? "1 person has" : $"{count} people have";
}
