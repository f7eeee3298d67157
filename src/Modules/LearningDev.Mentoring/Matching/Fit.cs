using LearningDev.Mentoring.Programmes;

namespace LearningDev.Mentoring.Matching;

/// <summary>How well a mentor suits a mentee.</summary>
/// <param name="Points">All points, 0 or more.</param>
/// <param name="Parts">What they are for, in plain words.</param>
internal sealed record Fit(int Points, IReadOnlyList<FitPart> Parts);

/// <summary>A part of a fit.</summary>
/// <param name="Points">Its points, above 0.</param>
/// <param name="Words">What they are for, for example "Both named leading change".</param>
internal sealed record FitPart(int Points, string Words);

/// <summary>What somebody has said who wants to be matched, as far as it counts.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="SentUtc">When they sent it; earlier ones come first where results are equally good.</param>
internal sealed record Candidate(string PersonId, string Name, DateTime SentUtc)
{
    /// <summary>The content item that says it.</summary>
    public string ProfileId { get; init; } = "";

    /// <summary>Terms of the taxonomy of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Values of languages besides English.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Values of days of the week.</summary>
    public IReadOnlyList<string> Days { get; init; } = [];

    /// <summary>Values of places and ways to meet.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Ids of people with whom they would like to be.</summary>
    public IReadOnlyList<string> Wished { get; init; } = [];

    /// <summary>Ids of people with whom they would rather not be. Nobody else is told.</summary>
    public IReadOnlyList<string> Avoided { get; init; } = [];

    /// <summary>The place of their role level, from 0 for the most senior; null when it is not known.</summary>
    public int? Level { get; init; }

    /// <summary>The id of their directorate; empty for none.</summary>
    public string Directorate { get; init; } = "";

    /// <summary>How many more mentees they can take, 0 or more.</summary>
    public int Capacity { get; init; }
}

/// <summary>Counts how well people suit one another, by the points of the settings.</summary>
/// <param name="settings">The points.</param>
/// <param name="kind">The kind of the programme.</param>
/// <param name="words">The names of themes, languages, days and places by their ids and values.</param>
internal sealed class FitRules(MentoringSettings settings, ProgrammeKind kind, FitWords words)
{
    private static readonly string[] Counted = ["no", "one", "two", "three", "four", "five"];

    /// <summary>The points of a pair.</summary>
    public int Points(Candidate mentee, Candidate mentor) =>
        Themes(mentee, mentor) + MenteeWish(mentee, mentor) + MentorWish(mentee, mentor) + Languages(mentee, mentor) + Days(mentee, mentor) + Places(mentee, mentor)
        + Levels(mentee, mentor) + Directorates(mentee, mentor);

    /// <summary>The points of a pair with what they are for.</summary>
    public Fit Explain(Candidate mentee, Candidate mentor)
    {
        FitPart[] parts =
        [
            new(Themes(mentee, mentor), $"Both named {Shared(mentee.Themes, mentor.Themes)}"),
            new(MenteeWish(mentee, mentor), $"{mentee.Name} asked for {mentor.Name}"),
            new(MentorWish(mentee, mentor), $"{mentor.Name} asked for {mentee.Name}"),
            new(Languages(mentee, mentor), $"Both speak {Shared(mentee.Languages, mentor.Languages)}"),
            new(Days(mentee, mentor), $"Both free on {Shared(mentee.Days, mentor.Days)}"),
            new(Places(mentee, mentor), $"Suits both: {Shared(mentee.Places, mentor.Places)}"),
            new(Levels(mentee, mentor), LevelWords((mentee.Level - mentor.Level) ?? 0, mentor.Name)),
            new(Directorates(mentee, mentor), "Work in different directorates"),
        ];
        return new Fit(parts.Sum(part => part.Points), [.. parts.Where(part => part.Points > 0)]);
    }

    /// <summary>True when one of the two would rather not be with the other.</summary>
    public static bool Avoid(Candidate mentee, Candidate mentor) => mentee.Avoided.Contains(mentor.PersonId) || mentor.Avoided.Contains(mentee.PersonId);

    private int Themes(Candidate mentee, Candidate mentor) => settings.ThemePoints * SharedCount(mentee.Themes, mentor.Themes, settings.MostThemes);

    private int MenteeWish(Candidate mentee, Candidate mentor) => mentee.Wished.Contains(mentor.PersonId) ? settings.MenteeWishPoints : 0;

    private int MentorWish(Candidate mentee, Candidate mentor) => mentor.Wished.Contains(mentee.PersonId) ? settings.MentorWishPoints : 0;

    private int Languages(Candidate mentee, Candidate mentor) => settings.LanguagePoints * SharedCount(mentee.Languages, mentor.Languages, 1);

    private int Days(Candidate mentee, Candidate mentor) => settings.DayPoints * SharedCount(mentee.Days, mentor.Days, settings.MostDays);

    private int Places(Candidate mentee, Candidate mentor) => settings.PlacePoints * SharedCount(mentee.Places, mentor.Places, 1);

    private int Directorates(Candidate mentee, Candidate mentor) =>
        mentee.Directorate.Length > 0 && mentor.Directorate.Length > 0 && mentee.Directorate != mentor.Directorate ? settings.OtherDirectoratePoints : 0;

    private int Levels(Candidate mentee, Candidate mentor)
    {
        if (mentee.Level is not { } own || mentor.Level is not { } theirs)
        {
            return 0;
        }

        var above = own - theirs;
        var (whole, half) = kind switch
        {
            ProgrammeKind.Reverse => (above <= -2, above == -1),
            ProgrammeKind.Peer => (above == 0, above is 1 or -1),
            _ => (above is >= 1 and <= 3, above > 3),
        };
        return whole ? settings.LevelPoints : half ? settings.LevelPoints / 2 : 0;
    }

    private string Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) => words.Join(one.Where(other.Contains));

    private static int SharedCount(IReadOnlyList<string> one, IReadOnlyList<string> other, int most)
    {
        var count = 0;
        for (var place = 0; place < one.Count && count < most; place++)
        {
            count += other.Contains(one[place]) ? 1 : 0;
        }

        return count;
    }

    private static string LevelWords(int above, string mentor) => above switch
    {
        0 => "On the same level",
        > 0 => $"{mentor} is {CountWords(above)} above",
        _ => $"{mentor} is {CountWords(-above)} more junior",
    };

    private static string CountWords(int count) => count == 1 ? "one level" : $"{(count < Counted.Length ? Counted[count] : $"{count}")} levels";
}

/// <summary>What themes, languages, days and places are called, by their ids and values.</summary>
internal sealed class FitWords(IReadOnlyDictionary<string, string> names)
{
    /// <summary>The names, joined as in a sentence.</summary>
    public string Join(IEnumerable<string> values)
    {
        var said = values.Select(value => names.GetValueOrDefault(value) ?? value).ToList();
        return said.Count < 2 ? said.FirstOrDefault() ?? "" : $"{string.Join(", ", said[..^1])} and {said[^1]}";
    }
}
