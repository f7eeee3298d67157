namespace LearningDev.Mentoring.Matching;

/// <summary>
/// Matches the mentees of a programme with its mentors. The best result is the one that leaves the fewest mentees without a mentor, and among those the one with the greatest total
/// fit. Of results that are equally good that one is taken in which who asked first has the mentor who offered first, then who asked second, and so on; the person's id decides between
/// requests of the same moment. Pinned pairs come before everything, and nothing brings a pair together that may not be.
/// </summary>
internal static class Matcher
{
    /// <summary>Matches.</summary>
    /// <param name="mentees">Who wants a mentor, in any order, each person once.</param>
    /// <param name="mentors">Who offers to be one, in any order, each person once.</param>
    /// <param name="points">The points of a pair, 0 or more; null for one that may not be.</param>
    /// <param name="pinned">Pairs that are to be, as mentee and mentor. One that may not be, or for which the mentor has no place, is left out.</param>
    public static MatchResult Match(
        IReadOnlyCollection<Candidate> mentees, IReadOnlyCollection<Candidate> mentors, Func<Candidate, Candidate, int?> points, IReadOnlyCollection<(string MenteeId, string MentorId)> pinned)
    {
        List<Candidate> offering = [.. InOrder(mentors)];
        var places = offering.ToDictionary(mentor => mentor.PersonId, mentor => mentor.Capacity);
        var wanted = pinned.ToLookup(pair => pair.MenteeId, pair => pair.MentorId);
        List<MatchedPair> pairs = [];
        List<Candidate> asking = [];
        foreach (var mentee in InOrder(mentees))
        {
            if (offering.Find(mentor => wanted[mentee.PersonId].Contains(mentor.PersonId) && places[mentor.PersonId] > 0) is { } mentor && PointsOf(mentee, mentor) is { } fit)
            {
                places[mentor.PersonId]--;
                pairs.Add(new MatchedPair(mentee, mentor, fit, IsPinned: true, HasOther: false, Other: null));
            }
            else
            {
                asking.Add(mentee);
            }
        }

        List<int[]> fits = [.. asking.Select(mentee => offering.Select(mentor => PointsOf(mentee, mentor) ?? OptimalAssignment.Forbidden).ToArray())];
        var found = OptimalAssignment.Solve(fits, [.. offering.Select(mentor => places[mentor.PersonId])]);
        List<LeftMentee> left = [];
        for (var row = 0; row < asking.Count; row++)
        {
            if (found.Columns[row] is not OptimalAssignment.None and var column)
            {
                var other = found.Others[row];
                pairs.Add(new MatchedPair(
                    asking[row], offering[column], fits[row][column], IsPinned: false, other is not null, other is null or OptimalAssignment.None ? null : offering[other.Value]));
                places[offering[column].PersonId]--;
            }
            else
            {
                left.Add(new LeftMentee(asking[row], HadChoice: Array.Exists(fits[row], fit => fit >= 0)));
            }
        }

        return new MatchResult(pairs, left, [.. offering.Where(mentor => places[mentor.PersonId] > 0).Select(mentor => new FreeMentor(mentor, places[mentor.PersonId]))]);

        int? PointsOf(Candidate mentee, Candidate mentor) => mentee.PersonId == mentor.PersonId ? null : points(mentee, mentor);
    }

    private static IEnumerable<Candidate> InOrder(IEnumerable<Candidate> people) => people.OrderBy(person => person.SentUtc).ThenBy(person => person.PersonId, StringComparer.Ordinal);
}

/// <summary>What a matching has come to.</summary>
/// <param name="Pairs">The pairs, pinned ones first, then by who asked first.</param>
/// <param name="LeftOver">The mentees without a mentor, by who asked first.</param>
/// <param name="Free">The mentors who have places left, by who offered first.</param>
internal sealed record MatchResult(IReadOnlyList<MatchedPair> Pairs, IReadOnlyList<LeftMentee> LeftOver, IReadOnlyList<FreeMentor> Free)
{
    /// <summary>The fits of all pairs together.</summary>
    public int Total => Pairs.Sum(pair => pair.Points);
}

/// <summary>A pair.</summary>
/// <param name="Mentee">Who is helped.</param>
/// <param name="Mentor">Who helps.</param>
/// <param name="Points">Their fit.</param>
/// <param name="IsPinned">True for one that was pinned.</param>
/// <param name="HasOther">True when an equally good result gives the mentee somebody else, or nobody, while those who asked earlier keep theirs.</param>
/// <param name="Other">Whom; null for nobody.</param>
internal sealed record MatchedPair(Candidate Mentee, Candidate Mentor, int Points, bool IsPinned, bool HasOther, Candidate? Other)
{
    /// <summary>Why this result and not an equally good one, in plain words; empty when there is no other.</summary>
    public string Tie => !HasOther ? "" : Other is null
        ? $"Another result is equally good, in which {Mentee.Name} has no mentor. The one with the earlier request was taken."
        : $"Another result is equally good, in which {Other.Name} is the mentor. {Mentor.Name} offered first, so that one was taken.";
}

/// <summary>A mentee without a mentor.</summary>
/// <param name="Mentee">The mentee.</param>
/// <param name="HadChoice">True when there are mentors who could be theirs, but all of their places are taken; false when there is none.</param>
internal sealed record LeftMentee(Candidate Mentee, bool HadChoice)
{
    /// <summary>Why, in plain words. It does not say why somebody may not be the mentor: conflicts stay with those who declared them.</summary>
    public string Why => HadChoice ? "All places of the mentors who suit are taken" : "None of the mentors can be offered";
}

/// <summary>A mentor with places left.</summary>
/// <param name="Mentor">The mentor.</param>
/// <param name="Places">How many, 1 or more.</param>
internal sealed record FreeMentor(Candidate Mentor, int Places);
