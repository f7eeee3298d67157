using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting;

[Requirement("CMS-05")]
public sealed class ExportCommandTests(ExportCommandTests.PortalWithPigeons portal) : IClassFixture<ExportCommandTests.PortalWithPigeons>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-export-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Run_All_WritesEverythingButPersonalData()
    {
        var file = Path.Combine(folder.FullName, "council.recipe.json");

        var (exitCode, output, _) = await RunAsync("export", file, "--all");

        exitCode.ShouldBe(0);
        output.ShouldStartWith($"{file}: ");
        var recipe = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        ((string?)recipe["name"]).ShouldBe("council");
        recipe["steps"]!.AsArray().Select(step => (string)step!["name"]!).Distinct()
            .ShouldBe(["feature", "settings", "themes", "Roles", "structure", "ContentDefinition", "media", "content", "WorkflowType"]);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.AnyAsync(row => row.Event == "RecipeExported" && row.SubjectName == "council")).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_SomeOfIt_WritesNoMore()
    {
        var file = Path.Combine(folder.FullName, "some.recipe.json");

        (await RunAsync("export", file, "--settings=SiteSettings", "--roles=Editor", "--definitions=Provider")).ExitCode.ShouldBe(0);

        var recipe = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        recipe.All("Roles", "Roles").ShouldHaveSingleItem();
        recipe.All("ContentDefinition", "ContentTypes").Select(type => (string?)type["Name"]).ShouldContain("Provider");
        recipe.Steps("settings").ShouldHaveSingleItem().ContainsKey("PeopleSettings").ShouldBeFalse();
    }

    [Fact]
    public async Task Run_ZipInTheFilesPlace_TakesItsPlaceAndLeavesNothingElse()
    {
        var file = Path.Combine(folder.FullName, "media.zip");
        await File.WriteAllTextAsync(file, "old");

        (await RunAsync("export", file, "--media")).ExitCode.ShouldBe(0);

        (await File.ReadAllBytesAsync(file)).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_FolderThatIsNotThere_SaysSoAndLeavesNothing()
    {
        var (exitCode, _, error) = await RunAsync("export", Path.Combine(folder.FullName, "no", "such.recipe.json"), "--roles");

        exitCode.ShouldBe(1);
        error.ShouldContain("cannot be written");
        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_StoppedInTheMidst_LeavesTheOldFileAndNothingElse()
    {
        var file = Path.Combine(folder.FullName, "stopped.recipe.json");
        await File.WriteAllTextAsync(file, "old");
        using var stopping = new CancellationTokenSource();
        var unfinished = 0;
        Pigeons.Flying = () =>
        {
            unfinished = folder.GetFiles("*.unfinished").Length;
            stopping.Cancel();
        };

        var (exitCode, _, error) = await RunAsync(stopping.Token, "export", file, "--pigeons");

        exitCode.ShouldBe(1);
        error.ShouldContain("Stopped.");
        unfinished.ShouldBe(1);
        (await File.ReadAllTextAsync(file)).ShouldBe("old");
        folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_SourceOfAModule_IsAPartLikeAnyOther()
    {
        var file = Path.Combine(folder.FullName, "pigeons.recipe.json");
        Pigeons.Flying = () => { };

        (await RunAsync("export", file, "--pigeons")).ExitCode.ShouldBe(0);

        var recipe = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        recipe.All("pigeons", "Pigeons").Select(pigeon => (string?)pigeon["Name"]).ShouldBe(["First", "Second"]);
    }

    [Theory]
    [InlineData("Name the file to write.", "--all")]
    [InlineData("Say what to export, for example --all.", "x.recipe.json")]
    [InlineData("There is no option --magic.", "x.recipe.json", "--magic")]
    [InlineData("There is no option --settings=.", "x.recipe.json", "--settings=")]
    [InlineData("Name one file only.", "x.recipe.json", "y.recipe.json", "--all")]
    public async Task Run_WrongArguments_SaysWhatIsWrong(string message, params string[] arguments)
    {
        var (exitCode, _, error) = await RunAsync(["export", .. arguments]);

        exitCode.ShouldBe(2);
        error.ShouldStartWith(message);
    }

    [Fact]
    public async Task RunList_Shipped_NamesThemAll()
    {
        var (exitCode, output, _) = await RunAsync("list");

        exitCode.ShouldBe(0);
        output.ShouldContain("demonstration-leadership");
        output.ShouldContain("Northbourne Council, which does not exist");
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        await using var scope = portal.Scope();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(["recipe", .. arguments], () => Task.CompletedTask, output, error, cancellation);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The demonstration's portal with a source of a module's own.</summary>
    public sealed class PortalWithPigeons : PortalHost
    {
        /// <inheritdoc />
        protected override void Configure(IServiceCollection services) => services.AddScoped<IRecipeSource, Pigeons>();
    }

    private sealed class Pigeons : IRecipeSource
    {
        public static Action Flying { get; set; } = () => { };

        public string Id => "pigeons";

        public string Name => "Pigeons";

        public string Description => "Pigeons on the roof.";

        public int Order => 200;

        // Nobody exports them by accident.
        public bool IsPersonal => true;

        public Task<int> CountAsync(CancellationToken cancellation) => Task.FromResult(2);

        public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
        {
            if (plan.Has(Id))
            {
                await Task.CompletedTask;
                yield return new ExportedStep("pigeons", [], "Pigeons", FlyAsync(cancellation));
            }
        }

        private static async IAsyncEnumerable<JsonNode> FlyAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            yield return new JsonObject { [nameof(Name)] = "First" };
            Flying();
            cancellation.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return new JsonObject { [nameof(Name)] = "Second" };
        }
    }
}
