using FsCheck;
using FsCheck.Fluent;
using LearningDev.Mentoring.Matching;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Mentoring.Matching.Pure;

/// <summary>Compares results with those of trying everything, and of matching greedily.</summary>
[Requirement("MEN-01")]
public class OptimalAssignmentTests
{
    private const int None = OptimalAssignment.None;

    [Fact]
    public void Solve_SmallCases_IsTheFirstOfTheBestThatTryingEverythingFinds() => Check(2000, random =>
    {
        var (fits, capacities) = Case(random, random.Next(1, 6), random.Next(1, 5), mostFit: random.Next(1, 6));
        var result = OptimalAssignment.Solve(fits, capacities);
        var best = Best(fits, capacities);
        result.Columns.ShouldBe(best.Columns);
    });

    [Fact]
    public void Solve_SmallCases_KnowsForEachRowWhetherAnotherColumnIsAsGood() => Check(1000, random =>
    {
        var (fits, capacities) = Case(random, random.Next(1, 5), random.Next(1, 4), mostFit: 3);
        var result = OptimalAssignment.Solve(fits, capacities);
        var best = Results(fits, capacities).GroupBy(Worth(fits)).MaxBy(group => group.Key)!.ToList();
        for (var row = 0; row < fits.Length; row++)
        {
            var others = best.Where(columns => columns.Take(row).SequenceEqual(result.Columns.Take(row))).Select(columns => columns[row]).Where(column => column != result.Columns[row])
                .OrderBy(column => column == None ? int.MaxValue : column).Select(column => (int?)column).FirstOrDefault();
            result.Others[row].ShouldBe(others);
        }
    });

    [Fact]
    public void Solve_LargerCases_BreaksNoRuleAndIsNeverBelowGreedy() => Check(200, random =>
    {
        var (fits, capacities) = Case(random, random.Next(1, 40), random.Next(1, 30), mostFit: random.Next(1, 60));
        var result = OptimalAssignment.Solve(fits, capacities);
        for (var row = 0; row < fits.Length; row++)
        {
            if (result.Columns[row] != None)
            {
                fits[row][result.Columns[row]].ShouldBeGreaterThanOrEqualTo(0);
            }
        }

        for (var column = 0; column < capacities.Length; column++)
        {
            result.Columns.Count(chosen => chosen == column).ShouldBeLessThanOrEqualTo(capacities[column]);
        }

        Worth(fits)([.. result.Columns]).CompareTo(Worth(fits)(Greedy(fits, capacities))).ShouldBeGreaterThanOrEqualTo(0);
    });

    [Fact]
    public void Solve_GreatestFitWouldLeaveARowOut_TakesBothRows()
    {
        // The greedy pair 100 leaves the second row nothing.
        var result = OptimalAssignment.Solve([[100, 10], [90, OptimalAssignment.Forbidden]], [1, 1]);
        result.Columns.ShouldBe([1, 0]);
    }

    [Fact]
    public void Solve_NobodyAndNothing_IsEmpty()
    {
        OptimalAssignment.Solve([], []).Columns.ShouldBeEmpty();
        OptimalAssignment.Solve([[]], []).Columns.ShouldBe([None]);
        OptimalAssignment.Solve([[5]], [0]).Columns.ShouldBe([None]);
        OptimalAssignment.Solve([[OptimalAssignment.Forbidden]], [2]).Columns.ShouldBe([None]);
    }

    private static void Check(int cases, Action<Random> check) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => check(new Random(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));

    private static (int[][] Fits, int[] Capacities) Case(Random random, int rows, int columns, int mostFit)
    {
        var forbidden = random.Next(0, 70);
        return (
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(100) < forbidden ? OptimalAssignment.Forbidden : random.Next(0, mostFit + 1)).ToArray())],
            [.. Enumerable.Range(0, columns).Select(_ => random.Next(0, 4))]);
    }

    private static Func<int[], (int Count, int Total)> Worth(int[][] fits) => columns => (columns.Count(column => column != None), columns.Select((column, row) => column == None ? 0 : fits[row][column]).Sum());

    private static (int[] Columns, (int Count, int Total) Worth) Best(int[][] fits, int[] capacities)
    {
        var worth = Worth(fits);
        // The first of the best: columns in order, and none after all of them.
        return Results(fits, capacities).Select(columns => (Columns: columns, Worth: worth(columns)))
            .OrderByDescending(result => result.Worth).ThenBy(result => string.Concat(result.Columns.Select(column => (char)('a' + (column == None ? 25 : column)))), StringComparer.Ordinal).First();
    }

    private static IEnumerable<int[]> Results(int[][] fits, int[] capacities)
    {
        return From([], 0);

        IEnumerable<int[]> From(int[] chosen, int row) => row == fits.Length
            ? [chosen]
            : Enumerable.Range(None, capacities.Length + 1)
                .Where(column => column == None || (fits[row][column] >= 0 && chosen.Count(other => other == column) < capacities[column]))
                .SelectMany(column => From([.. chosen, column], row + 1));
    }

    private static int[] Greedy(int[][] fits, int[] capacities)
    {
        var left = capacities.ToArray();
        var columns = new int[fits.Length];
        Array.Fill(columns, None);
        foreach (var (row, column, _) in fits.SelectMany((own, row) => own.Select((fit, column) => (row, column, fit))).Where(pair => pair.fit >= 0).OrderByDescending(pair => pair.fit))
        {
            if (columns[row] == None && left[column] > 0)
            {
                (columns[row], left[column]) = (column, left[column] - 1);
            }
        }

        return columns;
    }
}
