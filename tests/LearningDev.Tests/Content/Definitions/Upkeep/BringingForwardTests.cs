using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.Upkeep;

/// <summary>A portal that brings items forward in the background when there is more than one, and only when the test says so.</summary>
public class SlowPortal : PortalHost
{
    protected override void Configuration(IDictionary<string, string?> settings)
    {
        settings["Content:BringingForward:AtOnce"] = "1";
        settings["Outbox:Deliver"] = "false";
    }
}

[Requirement("CMS-02")]
public class BringingForwardTests(SlowPortal portal) : IClassFixture<SlowPortal>
{
    [Fact]
    public async Task Facet_OfManyItems_IsBroughtForwardInTheBackgroundAndSaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Walk");
        await client.AddFieldAsync("Walk", "Effort", "choice", ["Easy", "Hard"]);
        await portal.PublishAsync("Walk", "Canal", "walk-1", ("Effort", TypePages.Text("easy")));
        await portal.PublishAsync("Walk", "Hill", "walk-2", ("Effort", TypePages.Text("hard")));

        using var saved = await client.SubmitAsync((await client.GetPageAsync("/content/types/parts/Walk/Effort?type=Walk")).FormWith("Form.Label"), ("Form.Facet", "true"));

        ((int)saved.StatusCode).ShouldBe(302);
        (await client.GetPageAsync("/content/types/Walk")).Body!.TextContent.ShouldContain("items are being brought forward, 0 of 2 so far");
        (await client.GetPageAsync("/pages/walk?effort=hard")).QuerySelectorAll(".app-results__item").Length.ShouldBe(0);
        await DeliverAsync();
        (await client.GetPageAsync("/pages/walk?effort=hard")).QuerySelector(".app-results__item")!.TextContent.ShouldContain("Hill");
        (await client.GetPageAsync("/content/types/Walk")).Body!.TextContent.ShouldNotContain("being brought forward");
    }

    [Fact]
    public async Task Kind_WhileItemsAreBroughtForward_CannotBeChangedAgain()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Dance");
        await client.AddFieldAsync("Dance", "Couples", "line");
        await portal.PublishAsync("Dance", "Waltz", "dance-1", ("Couples", TypePages.Text("12")));
        await portal.PublishAsync("Dance", "Tango", "dance-2", ("Couples", TypePages.Text("9")));
        using var changed = await client.PressAsync((await client.GetPageAsync("/content/types/parts/Dance/Couples/kind?type=Dance&to=number")).FormWith("Version"), "Change the kind");

        // Until then the item can be opened, and its value is not lost.
        (await client.GetPageAsync("/content/dance-1")).ValueOf("Dance.Couples").ShouldBeEmpty();
        (await client.GetPageAsync("/content/types/parts/Dance/Couples/kind?to=line")).Body!.TextContent.ShouldContain("still being brought forward");
        (await client.GetPageAsync("/content/types/history/part/Dance/2")).Body!.TextContent.ShouldContain("still being brought forward");
        await DeliverAsync();

        (await client.GetPageAsync("/content/dance-1")).ValueOf("Dance.Couples").ShouldBe("12");
        (await portal.SummariesAsync("dance-2"))[0].ShouldStartWith("Brought Tango forward, for ");
    }

    [Fact]
    public async Task Work_InterruptedHalfWay_GoesOnWhereItStopped()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Song");
        await client.AddFieldAsync("Song", "Verses", "line");
        for (var number = 1; number <= 3; number++)
        {
            await portal.PublishAsync("Song", $"Song {number}", $"song-{number}", ("Verses", TypePages.Text($"{number}")));
        }

        using var changed = await client.PressAsync((await client.GetPageAsync("/content/types/parts/Song/Verses/kind?type=Song&to=number")).FormWith("Version"), "Change the kind");
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var work = await db.Set<DefinitionWork>().AsNoTracking().SingleAsync(row => row.Types == "Song" && row.EndedUtc == null);

        // Delivered twice, as after a crash between the work and its receipt.
        await scope.ServiceProvider.GetRequiredService<BringingForward>().WorkAsync(work.Id, CancellationToken.None);
        await DeliverAsync();

        (await portal.ValueAsync("song-3", "Verses")).ShouldBe("""{"Value":3}""");
        var ended = await db.Set<DefinitionWork>().AsNoTracking().SingleAsync(row => row.Id == work.Id);
        (ended.Changed, ended.Done, ended.EndedUtc is null).ShouldBe((3, 3, false));
        (await db.AuditEntries.CountAsync(row => row.SubjectId == work.Id)).ShouldBe(1);
    }

    private async Task DeliverAsync()
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<OutboxDeliverer>().DeliverDueAsync();
    }
}
