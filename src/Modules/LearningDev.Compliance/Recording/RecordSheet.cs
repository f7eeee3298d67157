using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Compliance.Rules;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance.Recording;

/// <summary>Somebody who can be ticked.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The name, with "has left" where that is so.</param>
/// <param name="Has">True when the training is recorded for that day already.</param>
/// <param name="State">Where they stand today; null when the rule does not apply to them today.</param>
internal sealed record SheetLine(string PersonId, string Name, bool Has, RequirementState? State);

/// <summary>Reads whose attendance can be recorded: those who are in a rule's groups, or will be, and on demand everybody of any group.</summary>
internal sealed class RecordSheet(PortalDb db, RuleBook book, KnownGroups groups, TrainingRecording recording)
{
    /// <summary>The most people on one sheet.</summary>
    public const int MostLines = 500;

    /// <summary>The people by family name.</summary>
    /// <param name="training">What is recorded.</param>
    /// <param name="day">The day of the training: who is in a group on it or later stands on the sheet.</param>
    /// <param name="today">Today.</param>
    /// <param name="isForAll">True for everybody in any group, for example for somebody who is only going to be appointed.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<SheetLine>> ReadAsync(RecordableTraining training, DateOnly day, DateOnly today, bool isForAll, CancellationToken cancellation)
    {
        List<string> ids =
        [
            .. (await groups.PeriodsAsync(null, cancellation))
                .Where(period => (period.Until is null || period.Until >= day) && (isForAll || training.Rule.GroupKeys.Contains(period.GroupKey)))
                .Select(period => period.PersonId).Distinct(),
        ];
        var people = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id)
            .Take(MostLines).ToListAsync(cancellation);
        var have = await recording.HaveAsync([.. people.Select(person => person.Id)], training, day, cancellation);
        var states = (await book.StatesAsync([.. people.Select(person => person.Id)], today, cancellation)).Where(state => state.RuleKey == training.Rule.Key)
            .ToDictionary(state => state.PersonId);
        return
        [
            .. people.Select(person => new SheetLine(
                person.Id, person.HasLeft(today) ? $"{person.FullName} (has left)" : person.FullName, have.Contains(person.Id), states.GetValueOrDefault(person.Id))),
        ];
    }
}
