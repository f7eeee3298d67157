namespace LearningDev.Coaching.Matching;

/// <summary>What somebody is looking for.</summary>
internal sealed record Wish
{
    public IReadOnlyCollection<string> Themes { get; init; } = [];

    public IReadOnlyCollection<string> Languages { get; init; } = [];

    public IReadOnlyCollection<string> Days { get; init; } = [];

    public IReadOnlyCollection<string> Places { get; init; } = [];

    public IReadOnlyCollection<string> Approaches { get; init; } = [];

    /// <summary>The level of the coach's qualification; empty when it does not matter.</summary>
    public string Level { get; init; } = "";

    /// <summary>The directorate of the person who asks; empty for none.</summary>
    public string Directorate { get; init; } = "";
}

/// <summary>A coach who could be suggested.</summary>
/// <param name="CoachId">The id of the profile.</param>
/// <param name="Free">How many places are free.</param>
/// <param name="IsSuitable">False for those who cannot be partners of the person: their line of management, and conflicts that either has declared.</param>
internal sealed record Candidate(string CoachId, int Free, bool IsSuitable)
{
    public IReadOnlyCollection<string> Themes { get; init; } = [];

    public IReadOnlyCollection<string> Languages { get; init; } = [];

    public IReadOnlyCollection<string> Days { get; init; } = [];

    public IReadOnlyCollection<string> Places { get; init; } = [];

    public IReadOnlyCollection<string> Approaches { get; init; } = [];

    public string Level { get; init; } = "";

    public string Directorate { get; init; } = "";
}

/// <summary>In what a coach can fit.</summary>
internal enum FitKind
{
    Theme,
    Day,
    Language,
    Place,
    Approach,
    Level,
    OtherDirectorate,
}

/// <summary>One thing in which a coach fits.</summary>
internal readonly record struct Fit(FitKind Kind, string Value);

/// <summary>A coach who is suggested.</summary>
/// <param name="Coach">The coach.</param>
/// <param name="Score">The sum of what the fits weigh.</param>
/// <param name="Fits">In what the coach fits.</param>
internal sealed record Suggestion(Candidate Coach, int Score, IReadOnlyList<Fit> Fits);

/// <summary>
/// Puts coaches in order by how well they fit (COA-02). A coach's score is the sum of what each fit weighs, and each weighs more than nothing: who fits in all that another fits in, and in
/// something else, is always above. Of equal scores who has more free places comes first, then the profile's id decides, so that the same question has the same answer.
/// </summary>
internal static class Ranking
{
    public static int Weight(FitKind kind) => kind switch
    {
        FitKind.Theme => 10,
        FitKind.Language => 8,
        FitKind.Level => 5,
        FitKind.Approach => 4,
        FitKind.Day => 3,
        FitKind.Place => 3,
        _ => 1,
    };

    /// <summary>The coaches who can be suggested, the best first. Those who are not suitable or have no free place are left out.</summary>
    public static IReadOnlyList<Suggestion> Rank(Wish wish, IEnumerable<Candidate> candidates) =>
    [
        .. candidates.Where(coach => coach is { IsSuitable: true, Free: > 0 })
            .Select(coach => FitsOf(wish, coach) is var fits ? new Suggestion(coach, fits.Sum(fit => Weight(fit.Kind)), fits) : null!)
            .OrderByDescending(one => one.Score).ThenByDescending(one => one.Coach.Free).ThenBy(one => one.Coach.CoachId, StringComparer.Ordinal),
    ];

    /// <summary>In what a coach fits.</summary>
    public static IReadOnlyList<Fit> FitsOf(Wish wish, Candidate coach) =>
    [
        .. Both(FitKind.Theme, wish.Themes, coach.Themes),
        .. Both(FitKind.Day, wish.Days, coach.Days),
        .. Both(FitKind.Language, wish.Languages, coach.Languages),
        .. Both(FitKind.Place, wish.Places, coach.Places),
        .. Both(FitKind.Approach, wish.Approaches, coach.Approaches),
        .. wish.Level.Length > 0 && wish.Level == coach.Level ? [new Fit(FitKind.Level, wish.Level)] : Array.Empty<Fit>(),
        .. wish.Directorate.Length > 0 && coach.Directorate.Length > 0 && wish.Directorate != coach.Directorate ? [new Fit(FitKind.OtherDirectorate, "")] : Array.Empty<Fit>(),
    ];

    private static IEnumerable<Fit> Both(FitKind kind, IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> offered) =>
        wanted.Distinct(StringComparer.Ordinal).Where(value => offered.Contains(value, StringComparer.Ordinal)).Select(value => new Fit(kind, value));
}
