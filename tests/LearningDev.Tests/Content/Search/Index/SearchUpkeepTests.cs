using System.Globalization;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Pathways;
using LearningDev.Content.Items;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Index;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Commands;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Index;

[Requirement("CAT-04")]
public class SearchUpkeepTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly SearchReader Everything = new([], SeesEverything: true);

    [Fact]
    public async Task Run_NothingHasDrifted_WritesNothing()
    {
        await using var scope = host.Scope();
        await scope.ServiceProvider.GetRequiredService<SearchUpkeep>().RunAsync(everything: false);

        var again = await scope.ServiceProvider.GetRequiredService<SearchUpkeep>().RunAsync(everything: false);

        again.Written.ShouldBe(0);
        again.Removed.ShouldBe(0);
        again.Done.ShouldBe(again.Of);
        again.Of.ShouldBeGreaterThan(250);
    }

    [Fact]
    public async Task Run_DocumentsWrongLostAndTooMany_MendsThemAndSaysSoInTheAudit()
    {
        await ChangeAsync(async db =>
        {
            await db.Set<SearchDocumentRow>().Where(row => row.ContentItemId == "minute-taking").ExecuteDeleteAsync();
            await db.Set<SearchDocumentRow>().Where(row => row.ContentItemId == "report-writing")
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.Title, "Something else"));
            await db.Set<ContentItemRow>().Where(row => row.ContentItemId == "presentation-skills")
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.Published, false));
            await db.Set<SearchStateRow>().ExecuteUpdateAsync(change => change.SetProperty(state => state.Version, state => state.Version + 1));
        });

        await using var scope = host.Scope();
        var done = await scope.ServiceProvider.GetRequiredService<SearchUpkeep>().RunAsync(everything: false);

        done.Written.ShouldBe(2);
        done.Removed.ShouldBe(1);
        var search = scope.ServiceProvider.GetRequiredService<SearchService>();
        (await FirstAsync(search, "minute taking")).ShouldBe("Minute taking");
        (await FirstAsync(search, "report writing")).ShouldBe("Report writing");
        (await search.VisibleAsync(["presentation-skills"], Everything)).ShouldBeEmpty();
        var entry = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.OrderByDescending(row => row.Id).FirstAsync(row => row.Event == nameof(SearchIndexMended));
        entry.Summary.ShouldBe("Mended the search index: 2 written, 1 removed");
    }

    [Fact]
    public async Task Command_Rebuild_WritesEveryDocumentWithProgressAndSearchesGoOn()
    {
        var before = await WordsAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();
        await using var scope = host.Scope();
        var search = scope.ServiceProvider.GetRequiredService<SearchService>();
        var running = scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(["search", "rebuild"], () => Task.CompletedTask, output, error);
        while (!running.IsCompleted)
        {
            (await FirstAsync(search, "managing stress")).ShouldBe("Managing stress");
        }

        (await running).ShouldBe(HostCommands.Done);
        output.ToString().ShouldMatch(@"^\d+ published items looked at: \d+ written, 0 removed\.");
        error.ToString().ShouldContain("100 %");
        (await WordsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_Everything_FillsTheIndexTablesOfModulesToo()
    {
        await ChangeAsync(async db =>
        {
            await db.Set<PathwayPlan>().ExecuteDeleteAsync();
            await db.Set<CatalogueEntry>().ExecuteUpdateAsync(change => change.SetProperty(entry => entry.Audience, ""));
        });

        await using var scope = host.Scope();
        await scope.ServiceProvider.GetRequiredService<SearchUpkeep>().RunAsync(everything: true);

        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Set<PathwayPlan>().AnyAsync(plan => plan.ContentItemId == "core-learning-pathway")).ShouldBeTrue();
        (await db.Set<CatalogueEntry>().CountAsync(entry => entry.Audience == "")).ShouldBeLessThan(await db.Set<CatalogueEntry>().CountAsync() / 2);
    }

    [Fact]
    public async Task Command_UnknownArgument_IsWrongUsage()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        await using var scope = host.Scope();
        (await scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(["search", "rebuild", "--now"], () => Task.CompletedTask, output, error))
            .ShouldBe(HostCommands.WrongUsage);
        error.ToString().ShouldContain("--now");
    }

    [Fact]
    public async Task Job_IndexOfAnOldKind_WritesItAnew()
    {
        await ChangeAsync(db => db.Set<SearchStateRow>().ExecuteUpdateAsync(change => change.SetProperty(state => state.Stems, 0)));
        await using var scope = host.Scope();

        var said = await scope.ServiceProvider.GetRequiredService<SearchUpkeepJob>().RunAsync(CancellationToken.None);

        int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture).ShouldBeGreaterThan(250);
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<SearchStateRow>().Select(state => state.Stems).SingleAsync()).ShouldBe(Stems.Version);
    }

    private static async Task<string?> FirstAsync(SearchService search, string text) =>
        (await search.SearchAsync(new SearchQuery { Collection = "catalogue", Reader = Everything, Text = text })).Hits is [var first, ..] ? first.Title : null;

    private async Task ChangeAsync(Func<PortalDb, Task> change)
    {
        await using var scope = host.Scope();
        await change(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    private async Task<List<string>> WordsAsync()
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<SearchWordRow>().Where(row => row.Documents > 0)
            .OrderBy(row => row.Word).ThenBy(row => row.Role).Select(row => row.Word + "/" + row.Role + "/" + row.Documents).ToListAsync();
    }
}
