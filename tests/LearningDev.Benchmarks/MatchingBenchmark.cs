using System.Diagnostics;
using System.Globalization;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Programmes;

namespace LearningDev.Benchmarks;

/// <summary>Matches made-up mentees with made-up mentors.</summary>
internal static class MatchingBenchmark
{
    private const int Rounds = 5;

    public static void Run(int mentees, int mentors)
    {
        // The same people each time.
        var random = new Random(7);
        List<Candidate> asking = [.. Enumerable.Range(0, mentees).Select(number => Somebody($"mentee-{number}", random, 0))];
        List<Candidate> offering = [.. Enumerable.Range(0, mentors).Select(number => Somebody($"mentor-{number}", random, random.Next(1, 4)))];
        var rules = new FitRules(new MentoringSettings(), ProgrammeKind.Mentoring, new FitWords(new Dictionary<string, string>()));
        var seconds = new List<double>();
        MatchResult? result = null;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            result = Matcher.Match(asking, offering, (mentee, mentor) => FitRules.Avoid(mentee, mentor) ? null : rules.Points(mentee, mentor), []);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{mentees} mentees, {mentors} mentors with {offering.Sum(mentor => mentor.Capacity)} places: {result!.Pairs.Count} pairs, total fit {result.Total}, {result.Pairs.Count(pair => pair.HasOther)} ties; median {seconds[Rounds / 2]:0.00} s, longest {seconds[^1]:0.00} s"));
    }

    private static Candidate Somebody(string id, Random random, int capacity) => new(id, id, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(0, 20_000)))
    {
        Themes = Some(random, 20, 3),
        Days = Some(random, 5, 2),
        Places = Some(random, 4, 2),
        Languages = random.Next(4) == 0 ? Some(random, 6, 1) : [],
        Avoided = random.Next(10) == 0 ? [$"mentor-{random.Next(0, 300)}"] : [],
        Wished = random.Next(3) == 0 ? [$"mentor-{random.Next(0, 300)}"] : [],
        Level = random.Next(0, 8),
        Directorate = $"{random.Next(0, 6)}",
        Capacity = capacity,
    };

    private static List<string> Some(Random random, int of, int count) => [.. Enumerable.Range(0, count).Select(_ => $"{random.Next(0, of)}").Distinct()];
}
