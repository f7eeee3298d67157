using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes;

/// <summary>Recipes in which values of other kinds stand where steps expect theirs. LEARNINGDEV_DAMAGES says how many of each seed; eight unless it is set.</summary>
[Requirement("CMS-05")]
public class RecipeDamageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly int Damages = int.Parse(Environment.GetEnvironmentVariable("LEARNINGDEV_DAMAGES") ?? "8", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task DryRun_ValuesOfTheWrongKind_AreProblemsWithLinesAndNothingChanges(int seed)
    {
        var random = new Random(seed);
        var before = await portal.FingerprintAsync();
        foreach (var path in new[] { Path.Combine(Samples.Folder, "everything.recipe.json") }.Concat(Samples.OrchardStyle))
        {
            for (var time = 0; time < Damages; time++)
            {
                var steps = Samples.Read(path).Steps.Select(step => step.DeepClone()).ToArray();
                Damage(steps, random);
                var text = new JsonObject { ["name"] = "damaged", ["variables"] = new JsonObject { ["now"] = "x" }, ["steps"] = new JsonArray(steps) }
                    .ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });

                var report = await portal.DryRunAsync(Recipe.Parse(text, path));

                report.Problems.ShouldAllBe(problem => problem.Line > 0 && !problem.Message.Contains("nobody foresaw"), $"{Path.GetFileName(path)}, seed {seed}, time {time}");
            }
        }

        (await portal.FingerprintAsync()).ShouldBe(before);
    }

    private static void Damage(JsonNode[] steps, Random random)
    {
        for (var times = random.Next(1, 12); times > 0; times--)
        {
            List<(JsonNode Parent, string? Name, int Index)> places = [];
            Collect(steps[random.Next(steps.Length)], places);
            if (places.Count == 0)
            {
                continue;
            }

            var (parent, name, index) = places[random.Next(places.Count)];
            JsonNode? other = random.Next(10) switch
            {
                0 => null,
                1 => JsonValue.Create(random.Next()),
                2 => JsonValue.Create(true),
                3 => JsonValue.Create(new string('x', random.Next(400))),
                4 => new JsonArray(),
                5 => new JsonObject(),
                6 => new JsonArray(null, 1, "x", new JsonArray(), new JsonObject { ["Name"] = 1 }),
                7 => new JsonObject { ["Name"] = new JsonArray(), ["x"] = null },
                8 => JsonValue.Create("text with \u0000 and \uFFFF and \t"),
                _ => JsonValue.Create(""),
            };
            if (name is null)
            {
                parent.AsArray()[index] = other;
            }
            else if (random.Next(8) == 0)
            {
                parent.AsObject().Remove(name);
            }
            else
            {
                parent[name] = other;
            }
        }
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, string? Name, int Index)> places)
    {
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            // A step whose name is damaged is no test of the step.
            if (name != "name")
            {
                places.Add((node!, name, 0));
                Collect(value, places);
            }
        }

        foreach (var (index, value) in (node as JsonArray ?? []).Index())
        {
            places.Add((node!, null, index));
            Collect(value, places);
        }
    }
}
