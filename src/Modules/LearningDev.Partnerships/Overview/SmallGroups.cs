using System.Globalization;

namespace LearningDev.Partnerships.Overview;

/// <summary>A group of people of whom something is counted.</summary>
/// <param name="Name">What the group is called.</param>
/// <param name="People">How many are in it.</param>
/// <param name="Minutes">How many minutes they spent together; 0 where that is not asked.</param>
internal sealed record Group(string Name, int People, int Minutes = 0);

/// <summary>
/// Makes counts of people fit to be seen, so that no number below five can be worked out (COA-03): counts are bands of five, and groups of fewer than five are put together until the rest is
/// large enough. The groups of a table must not overlap, and what is shown of one span of time must not be shown of a part of it.
/// </summary>
internal static class SmallGroups
{
    public const int Smallest = 5;
    public const string Others = "All others";

    /// <summary>A count as it is shown: "fewer than 5", "5 to 9", "10 to 14".</summary>
    public static string Band(int count) =>
        count < Smallest ? "fewer than 5" : string.Create(CultureInfo.InvariantCulture, $"{Low(count)} to {Low(count) + Smallest - 1}");

    /// <summary>The least that a count of this band can be; 0 for the first.</summary>
    public static int Low(int count) => count / Smallest * Smallest;

    /// <summary>Puts small groups together.</summary>
    /// <returns>The groups that can be shown, the largest first and the others last; none when even all of them together are too few.</returns>
    public static IReadOnlyList<Group> Together(IEnumerable<Group> groups)
    {
        var sorted = new Stack<Group>(groups.Where(group => group.People > 0).OrderByDescending(group => group.People).ThenBy(group => group.Name, StringComparer.CurrentCultureIgnoreCase));
        List<Group> small = [];
        while (sorted.TryPeek(out var next) && (next.People < Smallest || Betrays(small)))
        {
            small.Add(sorted.Pop());
        }

        if (Betrays(small))
        {
            return [];
        }

        List<Group> shown = [.. sorted.OrderByDescending(group => group.People).ThenBy(group => group.Name, StringComparer.CurrentCultureIgnoreCase)];
        if (small.Count > 0)
        {
            shown.Add(new Group(Others, small.Sum(group => group.People), small.Sum(group => group.Minutes)));
        }

        return shown;
    }

    // Too few together, or so many that each of them must be as large as a small group can be.
    private static bool Betrays(List<Group> small)
    {
        var people = small.Sum(group => group.People);
        return small.Count > 0 && (people < Smallest || (small.All(group => group.People < Smallest) && Low(people) >= small.Count * (Smallest - 1)));
    }
}
