using System.Text.RegularExpressions;
using LearningDev.Catalogue.Equality;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting;

[Requirement("CMS-05")]
public sealed partial class RoundTripTests(PortalHost portal, RoundTripTests.EmptyPortal empty) : IClassFixture<PortalHost>, IClassFixture<RoundTripTests.EmptyPortal>
{
    [Fact]
    public async Task Export_DemonstrationRunOnAnEmptyPortal_ExportsTheSameAndChangesNothingAgain()
    {
        // The courses that came with setting the demonstration up have no assessment, which those of a recipe need.
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new EqualitySettings { HoldsForRecipes = false });
        }

        var (exported, _) = await portal.ExportAsync(ExportedRecipes.Everything);

        var report = await empty.RunAsync(exported);
        report.Problems.Where(problem => problem.Stops).Select(problem => problem.ToString()).ShouldBeEmpty();
        report.Done.ShouldBeTrue();

        var (again, _) = await empty.ExportAsync(ExportedRecipes.Everything);
        FirstDifference(WithoutTime(exported), WithoutTime(again)).ShouldBeNull();
        (await empty.RunAsync(exported)).Changes.ShouldBeEmpty();
        (await portal.RunAsync(exported)).Changes.ShouldBeEmpty();
    }

    private static string WithoutTime(string json) => ExportUtc().Replace(json, "");

    private static string? FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        for (var line = 0; line < Math.Max(left.Length, right.Length); line++)
        {
            if (line >= left.Length || line >= right.Length || left[line] != right[line])
            {
                return $"line {line + 1}:\n{string.Join('\n', left.Skip(line - 12).Take(14))}\n--- became\n{string.Join('\n', right.Skip(line - 2).Take(4))}";
            }
        }

        return null;
    }

    [GeneratedRegex("\"exportUtc\": \"[^\"]*\"")]
    private static partial Regex ExportUtc();

    /// <summary>A portal with tables and nothing in them.</summary>
    public sealed class EmptyPortal : PortalHost
    {
        /// <inheritdoc />
        protected override string Environment => "Production";

        /// <inheritdoc />
        protected override Task<DatabaseCopy> MakeDatabaseAsync() => EmptyDatabaseAsync();

        /// <inheritdoc />
        protected override void Configuration(IDictionary<string, string?> settings)
        {
            // The recipe that changes least: the tests run their own.
            settings["Setup:Recipe"] = "search";
        }
    }
}
