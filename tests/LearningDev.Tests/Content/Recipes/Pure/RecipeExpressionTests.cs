using System.Diagnostics;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Expressions;
using LearningDev.TestSupport;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Pure;

[Requirement("CMS-05")]
public class RecipeExpressionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("[1js: x]", "[1js: x]")]
    [InlineData("[locale en]Hello[/locale]", "[locale en]Hello[/locale]")]
    [InlineData("[sc text='a : b'/]", "[sc text='a : b'/]")]
    [InlineData("[]", "[]")]
    [InlineData("[js]", "[js]")]
    [InlineData("[js: parameters('SiteName')]", "Our portal")]
    [InlineData("[js: parameters('nothing')]", "")]
    [InlineData("[js:parameters(\"SiteName\");]", "Our portal")]
    [InlineData("[js: configuration('Portal:Address', 'none')]", "https://portal.example")]
    [InlineData("[js: configuration('Portal:Nothing', 'none')]", "none")]
    [InlineData("[js: base64('SGVsbG8=')]", "Hello")]
    [InlineData("[js: html('a &lt; b')]", "a < b")]
    [InlineData("[js: new Date().toISOString()]", "2026-11-22T09:30:00.000Z")]
    [InlineData("[js: 'a' + variables('word') + 'c']", "abc")]
    [InlineData("[js: variables('list')]", "[1,2]")]
    [InlineData("[js: variables('deep')]", "Our portal!")]
    [InlineData("[js: 1 + 1]", "2")]
    [InlineData("[js: true]", "true")]
    [InlineData("[js: null]", "")]
    [InlineData("[js: ['a', 'b'][1]]", "b")]
    [InlineData("[js: const x = 1; const y = 2; x + y]", "3")]
    [InlineData("[js: // why\n'a']", "a")]
    [InlineData("[js: '[js: 1 + 2]']", "3")]
    public void Evaluate_Text_HasItsValue(string text, string value) => Evaluate(text).ShouldBe((value, null));

    [Fact]
    public void Evaluate_ConstantsOfTwoScripts_AreTheirOwn()
    {
        var (step, problems) = EvaluateAll("""{ "a": "[js: const x = 'one'; x]", "b": "[js: const x = 'two'; x]", "c": "[js: var y = 1; typeof x]" }""");

        (step["a"]!.ToString(), step["b"]!.ToString(), step["c"]!.ToString()).ShouldBe(("one", "two", "undefined"));
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[env:PATH]", "There is no engine \"env\"")]
    [InlineData("[js: variables('nowhere')]", "There is no variable nowhere.")]
    [InlineData("[js: variables('self')]", "The variable self needs itself.")]
    [InlineData("[js: variables('round')]", "needs itself")]
    [InlineData("[js: configuration('ConnectionStrings:Default')]", "Recipes:Configuration does not list it")]
    [InlineData("[js: configuration('Secret', 'x') + '']", "Recipes:Configuration does not list it")]
    [InlineData("[js: base64('!')]", "not base 64")]
    [InlineData("[js: gzip('SGVsbG8=')]", "not packed by gzip")]
    [InlineData("[js: ((((]", "The expression")]
    [InlineData("[js: throw new Error('no such luck')]", "no such luck")]
    [InlineData("[js: getQuayPrefix('x')]", "getQuayPrefix is not defined")]
    [InlineData("[js: while (true) { }]", "The expression")]
    [InlineData("[js: (function f() { return f(); })()]", "The expression")]
    [InlineData("[js: const a = []; for (;;) { a.push('xxxxxxxxxxxxxxxx' + a.length); }]", "The expression")]
    [InlineData("[js: 'x'.repeat(1e9)]", "too long")]
    [InlineData("[js: 'x'.padStart(1e9)]", "too long")]
    [InlineData("[js: new Array(1e9).join('x')]", "The expression")]
    [InlineData("[js: eval('1')]", "The expression")]
    [InlineData("[js: new Function('return 1')()]", "The expression")]
    [InlineData("[js: System.IO.File.Exists('/etc/passwd')]", "System is not defined")]
    [InlineData("[js: parameters.constructor.constructor('return 1')()]", "The expression")]
    [InlineData("[js: importNamespace('System')]", "importNamespace is not defined")]
    [InlineData("[js: /(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')]", "The expression")]
    [InlineData("[js: (() => '[js: ' + 'uuid() + \"\"' + ']')() + '']", null)]
    [InlineData("[js: parameters('Loop')]", "more than 10 times")]
    [InlineData("[file:text('nowhere.txt')]", "There is no file nowhere.txt beside the recipe.")]
    [InlineData("[file:text('../everything.recipe.json')]", "There is no file")]
    [InlineData("[file:text('/etc/passwd')]", "There is no file")]
    [InlineData("[file:delete('x')]", "Write [file:text('path')]")]
    public void Evaluate_WrongExpression_IsNamedInGoodTime(string text, string? words)
    {
        var watch = Stopwatch.StartNew();

        var (_, problem) = Evaluate(text);

        (problem ?? "").ShouldContain(words ?? "");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void Evaluate_NestedParentheses_AreNoEndOfTheProcess() =>
        Evaluate($"[js: {new string('(', 50_000)}1{new string(')', 50_000)}]").Problem.ShouldNotBeNull();

    [Fact]
    public void Evaluate_Uuid_IsAlwaysTheSameForItsPlaceAndAnotherElsewhere()
    {
        const string Items = """{ "name": "content", "data": [ { "ContentType": "A", "DisplayText": "One", "ContentItemId": "[js: uuid()]" }, { "ContentType": "A", "DisplayText": "Two", "ContentItemId": "[js: uuid()]" } ] }""";
        const string Inserted = """{ "name": "content", "data": [ { "ContentType": "A", "DisplayText": "Nought", "ContentItemId": "[js: uuid()]" }, { "ContentType": "A", "DisplayText": "One", "ContentItemId": "[js: uuid()]" }, { "ContentType": "A", "DisplayText": "Two", "ContentItemId": "[js: uuid()]" } ] }""";
        string[] ids = [.. EvaluateAll(Items).Step["data"]!.AsArray().Select(item => item!["ContentItemId"]!.ToString())];

        ids.ShouldAllBe(id => id.Length == 26 && id.All("0123456789abcdefghjkmnpqrstvwxyz".Contains));
        ids.ShouldBeUnique();
        EvaluateAll(Items).Step["data"]!.AsArray().Select(item => item!["ContentItemId"]!.ToString()).ShouldBe(ids);
        EvaluateAll(Inserted).Step["data"]!.AsArray().Select(item => item!["ContentItemId"]!.ToString()).Skip(1).ShouldBe(ids);
        EvaluateAll(Items, name: "other").Step["data"]![0]!["ContentItemId"]!.ToString().ShouldNotBe(ids[0]);
        var two = EvaluateAll("""{ "a": "[js: uuid() + uuid()]" }""").Step["a"]!.ToString();
        two[..26].ShouldNotBe(two[26..]);
    }

    [Fact]
    public void Evaluate_Problem_HasItsLine()
    {
        var recipe = Recipe.Parse("{ \"steps\": [ { \"name\": \"x\",\n \"a\": [\n \"[js: variables('nowhere')]\" ] } ] }");
        List<int> lines = [];

        Expressions(recipe).Evaluate(recipe.Steps[0], (line, _) => lines.Add(line));

        lines.ShouldBe([3]);
    }

    private static (string Value, string? Problem) Evaluate(string text)
    {
        var (step, problems) = EvaluateAll($$"""{ "value": {{System.Text.Json.JsonSerializer.Serialize(text)}} }""");
        return (step["value"]?.ToString() ?? "", problems.FirstOrDefault());
    }

    private static (System.Text.Json.Nodes.JsonObject Step, List<string> Problems) EvaluateAll(string step, string name = "expressions")
    {
        var recipe = Recipe.Parse(
            $$"""
            { "name": "{{name}}", "variables": { "word": "b", "list": [1,2], "deep": "[js: parameters('SiteName') + '!']", "self": "[js: variables('self')]",
              "round": "[js: variables('trip') + '']", "trip": "[js: variables('round') + '']" }, "steps": [ {{step}} ] }
            """,
            Path.Combine(Samples.Folder, "files", "x.recipe.json"));
        List<string> problems = [];
        return (Expressions(recipe).Evaluate(recipe.Steps[0], (_, problem) => problems.Add(problem)).Step, problems);
    }

    private static RecipeExpressions Expressions(Recipe recipe)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Portal:Address", "https://portal.example"), new("ConnectionStrings:Default", "secret"), new("Secret", "secret")]).Build();
        var limits = new RecipeLimits { Configuration = ["Portal:Address", "Portal:Nothing"] };
        return new RecipeExpressions(
            recipe, new RecipeFunctions(new Dictionary<string, string> { ["SiteName"] = "Our portal", ["Loop"] = "[js: parameters('Loop')]" }, configuration, limits), new RecipeScripts(limits, Now), limits);
    }
}
