using System.Diagnostics;
using System.Text;
using LearningDev.Content.Recipes;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Pure;

[Requirement("CMS-05")]
public class RecipeReaderTests
{
    private static readonly byte[][] Odd = [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x00], "\\ud800"u8.ToArray(), "1e999999"u8.ToArray(), "[[[[[[[["u8.ToArray(), "\"a\":1,\"a\":2,"u8.ToArray(), "//"u8.ToArray(), "/*"u8.ToArray()];

    [Fact]
    public void Parse_Comments_KeepsTheLineOfEachValue()
    {
        var recipe = Recipe.Parse("\uFEFF// why\n{ \"name\": \"lines\", /* over\ntwo lines */ \"steps\": [\n\n  { \"name\": \"content\",\n    \"data\": [ { \"Title\":\n\"here\" }, ], },\n], }");

        recipe.Name.ShouldBe("lines");
        recipe.Lines.Of(recipe.Steps[0]).ShouldBe(5);
        recipe.Lines.Of(recipe.Steps[0]["data"]![0]!["Title"]).ShouldBe(7);
        recipe.Lines.Of(recipe.Steps[0]["data"]).ShouldBe(6);
    }

    [Fact]
    public void Parse_MetadataInAnyCase_IsRead()
    {
        var recipe = Recipe.Parse("""{ "NAME": "shouted", "DisplayName": "Shouted", "ISSETUPRECIPE": true, "Tags": [ "a", 7 ], "steps": [] }""");

        (recipe.Name, recipe.DisplayName, recipe.IsSetupRecipe).ShouldBe(("shouted", "Shouted", true));
        recipe.Tags.ShouldBe(["a", "7"]);
    }

    [Theory]
    [InlineData("{\n\"Steps\": [] }", 2, "must be written \"steps\"")]
    [InlineData("{\n\"steps\": null }", 1, "steps must be an array")]
    [InlineData("{\n\"steps\": [ {},\n 7 ] }", 3, "step 2 is no JSON object")]
    [InlineData("{\n\"name\": \"a\",\n\"name\": \"b\", \"steps\": [] }", 3, "names \"name\" twice")]
    [InlineData("{\n\"steps\": [],\n\"x\": 1e999 }", 3, "too large")]
    [InlineData("{\n\"steps\": [],\n\"x\": 123456789012345678901234567890123456789012345678901234567890123456789 }", 3, "too large or too long")]
    [InlineData("{\n\"steps\": [\n", 3, "not valid JSON")]
    [InlineData("{\n\"steps\": [],\n\"x\": \"\\ud800\" }", 3, "not valid UTF-8")]
    [InlineData("{\n\"steps\": [] } x", 2, "not valid JSON")]
    public void Parse_WrongText_NamesTheLine(string json, int line, string words)
    {
        var fault = Should.Throw<RecipeException>(() => Recipe.Parse(json, "x.recipe.json"));

        fault.Message.ShouldContain(words);
        fault.Line.ShouldBe(line);
    }

    [Fact]
    public void Parse_VariablesInAnotherCase_IsAProblemWithItsLine() =>
        Recipe.Parse("{ \"steps\": [],\n\"Variables\": { } }", "x.recipe.json").Problems.ShouldHaveSingleItem().ToString().ShouldBe("x, line 2: \"Variables\" must be written \"variables\".");

    [Fact]
    public void Parse_DeepNesting_IsRefused() =>
        Should.Throw<RecipeException>(() => Recipe.Parse("{ \"steps\": [], \"x\": " + new string('[', 100_000))).Line.ShouldBe(1);

    [Fact]
    public void Parse_TooManyValues_IsRefusedBeforeTheyFillTheMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var json = Encoding.UTF8.GetBytes($"{{ \"steps\": [], \"x\": [{string.Concat(Enumerable.Repeat("1,", 400_000))}1] }}");

        Should.Throw<RecipeException>(() => Recipe.Parse(json, "", new RecipeLimits { MaximumValues = 1_000 })).Message.ShouldContain("more than 1000 values");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void Parse_TooLarge_IsRefused() =>
        Should.Throw<RecipeException>(() => Recipe.Parse(new byte[1_048_577], "x.recipe.json", new RecipeLimits { MaximumMegabytes = 1 })).Message.ShouldContain("larger than 1MB");

    [Fact]
    public void Parse_TenMegabytesOfBase64_IsReadQuickly()
    {
        var watch = Stopwatch.StartNew();

        Recipe.Parse($$"""{ "steps": [ { "name": "media", "Files": [ { "Base64": "{{new string('A', 10_000_000)}}" } ] } ] }""").Steps.Count.ShouldBe(1);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parse_DamagedFile_IsReadOrRefusedWithALine(int seed)
    {
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var refused = 0;
        foreach (var path in Samples.All)
        {
            var whole = File.ReadAllBytes(path);
            for (var time = 0; time < 25; time++)
            {
                var damaged = Damage(whole.Length > 60_000 ? whole[..60_000] : whole, random);
                try
                {
                    Recipe.Parse(damaged, path);
                }
                catch (RecipeException fault)
                {
                    fault.Line.ShouldBeInRange(1, damaged.Count(unit => unit == '\n') + 1);
                    refused++;
                }
            }
        }

        refused.ShouldBeGreaterThan(50);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.Add((byte)' ');
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    bytes.Add((byte)' ');
                    break;
                case 3:
                    bytes.InsertRange(at, Odd[random.Next(Odd.Length)]);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 80), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
