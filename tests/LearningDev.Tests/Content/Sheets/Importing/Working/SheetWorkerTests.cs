using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Working;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Working;

/// <summary>What becomes of an import in the midst of which the portal stops.</summary>
[Requirement("CMS-05")]
public class SheetWorkerTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Start_ImportWasInterrupted_GoesOnAndDoesNothingTwice()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = await portal.CheckAsync(client, "Title\n" + string.Concat(Enumerable.Range(1, 5).Select(number => $"Resumed {number}\n")));
        await ImportRowsAsync(path, first: 2);

        await RestartAsync(path);

        (await client.GetPageAsync(path)).QuerySelector("h1")!.TextContent.ShouldBe("providers.csv was imported");
        for (var number = 1; number <= 5; number++)
        {
            (await portal.ItemsAsync($"Resumed {number}")).ShouldHaveSingleItem();
        }

        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().CountAsync(row => row.DisplayText.StartsWith("Resumed "))).ShouldBe(5);
    }

    [Fact]
    public async Task Get_NobodyWorksOnIt_SaysSoAndGoesOnWhenAsked()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = await portal.CheckAsync(client, "Title\nAsked to go on\n");
        await ImportRowsAsync(path, first: 0);

        var page = await client.GetPageAsync(path);
        page.QuerySelector("h1")!.TextContent.ShouldBe("The work on providers.csv was interrupted");
        page = await portal.ImportAsync(client, path);

        page.QuerySelector("h1")!.TextContent.ShouldBe("providers.csv was imported");
        (await portal.ItemsAsync("Asked to go on")).ShouldHaveSingleItem();
    }

    /// <summary>Leaves an import as a stop of the portal leaves it: said to be running, with its first rows done.</summary>
    private async Task ImportRowsAsync(string path, int first)
    {
        await using var scope = await portal.ScopeOfAsync("editor");
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var id = SheetPages.IdOf(path);
        var longAgo = DateTime.UtcNow.AddHours(-1);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<KeptSheet>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(kept => kept.State, KeptSheetState.Running).SetProperty(kept => kept.AliveUtc, longAgo));
        foreach (var row in await db.Set<KeptSheetRow>().Where(row => row.SheetId == id).OrderBy(row => row.Number).Take(first).ToListAsync())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = items.New("Provider");
            item.ContentItemId = row.ItemId;
            item.Alter<TitlePart>(part => part.Title = row.Title);
            await items.SaveDraftAsync(item);
            await db.Set<KeptSheetRow>().Where(one => one.SheetId == id && one.Number == row.Number).ExecuteUpdateAsync(one => one.SetProperty(kept => kept.IsDone, true));
        }

        await transaction.CommitAsync();
    }

    private async Task RestartAsync(string path)
    {
        await using var scope = portal.Scope();
        var worker = scope.ServiceProvider.GetRequiredService<SheetWorker>();
        await worker.StopAsync(default);
        await worker.StartAsync(default);
        using var patience = new CancellationTokenSource(Patience);
        var id = SheetPages.IdOf(path);
        while (true)
        {
            await using var look = portal.Scope();
            if (await look.ServiceProvider.GetRequiredService<PortalDb>().Set<KeptSheet>().AnyAsync(row => row.Id == id && row.State == KeptSheetState.Done, patience.Token))
            {
                return;
            }

            await Task.Yield();
        }
    }
}
