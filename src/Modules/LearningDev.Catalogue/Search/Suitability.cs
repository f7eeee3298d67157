using LearningDev.Catalogue.Entries;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.Search;

/// <summary>
/// Whom an entry suits: those of a level it was written for whose grade is within its range (CAT-05). An entry's values and a person's are
/// such that the two have at most one in common, so that the counts of a person's values can be added up.
/// </summary>
internal sealed class Suitability(CurrentPerson person, ISettings settings)
{
    /// <summary>What people choose in addresses: what suits whoever looks.</summary>
    public const string Me = "me";

    private const string Everyone = "everyone";
    private const string AnyGrade = "any";

    private PersonSuited? known;

    /// <summary>The values of an entry. What is for everyone needs no level besides, and what has no range no grade.</summary>
    public static IReadOnlyList<string> Of(LearningPart learning, IReadOnlyList<string> grades)
    {
        IReadOnlyList<string> levels = learning.Audience.Values.Count == 0 || learning.Audience.Values.Contains(Everyone) ? [Everyone] : learning.Audience.Values;
        var suiting = GradesOf(learning, grades);
        return [.. levels.SelectMany(_ => suiting, Value).Distinct()];
    }

    /// <summary>What the current person can choose.</summary>
    public async Task<PersonSuited> GetAsync(CancellationToken cancellation) => known ??= await ReadAsync(cancellation);

    private async Task<PersonSuited> ReadAsync(CancellationToken cancellation)
    {
        var people = await settings.GetAsync<PeopleSettings>(cancellation);
        var grade = people.Grades.Contains(person.Grade) ? person.Grade : "";
        var level = person.RoleLevel;
        return new PersonSuited(
            (from one in new[] { Everyone, level }
             from other in new[] { AnyGrade, grade }
             where one.Length > 0 && other.Length > 0
             select Value(one, other)).ToHashSet(),
            string.Join(", ", new[]
            {
                people.RoleLevels.Find(candidate => candidate.Key == level)?.Name ?? level,
                grade.Length == 0 ? "" : $"grade {grade}",
            }.Where(word => word.Length > 0)));
    }

    // A bound that is no grade of the council's says nothing.
    private static IReadOnlyList<string> GradesOf(LearningPart learning, IReadOnlyList<string> grades)
    {
        var from = PlaceOf(learning.GradeFrom.Text, grades);
        var to = PlaceOf(learning.GradeTo.Text, grades);
        if (from is null && to is null)
        {
            return [AnyGrade];
        }

        var (low, high) = (from ?? 0, to ?? grades.Count - 1);
        return [.. grades.Skip(Math.Min(low, high)).Take(Math.Abs(high - low) + 1)];
    }

    private static int? PlaceOf(string? grade, IReadOnlyList<string> grades) =>
        grades.Index().Where(place => string.Equals(place.Item, grade?.Trim(), StringComparison.OrdinalIgnoreCase)).Select(place => (int?)place.Index).FirstOrDefault();

    private static string Value(string level, string grade) => $"{level}/{grade}";
}

/// <summary>What suits a person.</summary>
/// <param name="Values">The values that entries may have.</param>
/// <param name="Words">The person's level and grade as people say them; empty when neither is known.</param>
internal sealed record PersonSuited(IReadOnlySet<string> Values, string Words);
