using System.Diagnostics;
using LearningDev.Content.Curation.Links;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links;

[Requirement("CMS-04")]
[Requirement("CAT-03")]
public class LinkCheckJobTests(LinkPortal portal) : IClassFixture<LinkPortal>
{
    [Fact]
    public async Task Run_LinkFailsOnThreeDays_IsDeadThen()
    {
        portal.Answers["/three-days"] = response => response.StatusCode = 404;
        await portal.PublishAsync("Three days", portal.Site.Url("/three-days"));

        await portal.CheckAsync();
        (await portal.LinkAsync("/three-days"))!.State.ShouldBe(LinkState.Failing);
        await portal.CheckAsync();
        portal.Site.Asked.Count(one => one.Request == "GET /three-days").ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.CheckAsync();
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.CheckAsync();

        var link = (await portal.LinkAsync("/three-days"))!;
        (link.State, link.FailedDays, link.Status).ShouldBe((LinkState.Dead, 3, 404));
    }

    [Fact]
    public async Task Publish_Content_KeepsItsLinksInTheSameTransaction()
    {
        var id = await portal.PublishAsync("Two links", portal.Site.Url("/website#top"), $"See [the guide]({portal.Site.Url("/guide")}) and {portal.Site.Url("/website")}.");
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var uses = await db.LinkUses.Where(use => use.ContentItemId == id).ToDictionaryAsync(use => use.LinkId, use => use.Fields);
        uses.ShouldBe(new Dictionary<string, string>
        {
            [Identifiers.From(portal.Site.Url("/website"))] = "Website, About the provider",
            [Identifiers.From(portal.Site.Url("/guide"))] = "About the provider",
        }, ignoreOrder: true);

        await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync(id);

        (await db.LinkUses.CountAsync(use => use.ContentItemId == id)).ShouldBe(0);
        await portal.CheckAsync();
        (await portal.LinkAsync("/guide")).ShouldBeNull();
    }

    [Fact]
    public async Task Run_SeveralLinksOfOneSite_AreAskedOneAfterTheOtherWithAPause()
    {
        await SaveAsync(new LinkSettings { PauseSeconds = 1 });
        await portal.PublishAsync("Paused", portal.Site.Url("/paused-1"), $"{portal.Site.Url("/paused-2")} {portal.Site.Url("/paused-3")}");

        await portal.CheckAsync();

        await SaveAsync(new LinkSettings { PauseSeconds = 0 });
        var asked = portal.Site.Asked.Where(one => one.Request.Contains("/paused-", StringComparison.Ordinal)).ToList();
        asked.Select(one => one.Request).Order().ShouldBe(["HEAD /paused-1", "HEAD /paused-2", "HEAD /paused-3"]);
        asked.Zip(asked.Skip(1)).ShouldAllBe(pair => Stopwatch.GetElapsedTime(pair.First.At, pair.Second.At) >= TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Run_SiteAsksToWait_IsAskedForNothingElse()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            portal.Answers[$"/busy-{number}"] = response =>
            {
                response.StatusCode = 429;
                response.Headers.RetryAfter = "7200";
            };
        }

        await portal.PublishAsync("Busy", portal.Site.Url("/busy-1"), $"{portal.Site.Url("/busy-2")} {portal.Site.Url("/busy-3")}");

        await portal.CheckAsync();

        portal.Site.Asked.Count(one => one.Request.Contains("/busy-", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var number in Enumerable.Range(1, 3))
        {
            var link = (await portal.LinkAsync($"/busy-{number}"))!;
            link.FailedDays.ShouldBe(0);
            link.NextUtc.ShouldBeGreaterThan(portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(110));
            portal.Answers.Remove($"/busy-{number}");
        }
    }

    [Fact]
    public async Task Run_NoSiteAnswersAtAll_NotesNothing()
    {
        // A port where nothing listens: what a portal without a way to the internet sees everywhere.
        var silent = string.Join(' ', Enumerable.Range(1, 12).Select(number => $"http://192.0.2.{number}/silent"));
        await SaveAsync(new LinkSettings { PauseSeconds = 0, TimeoutSeconds = 1 });
        var names = string.Join(' ', Enumerable.Range(1, 12).Select(number => $"https://silent-{number}.invalid/"));
        await portal.PublishAsync("Silence", "", $"{silent} {names}");

        var said = await portal.CheckAsync();

        await SaveAsync(new LinkSettings { PauseSeconds = 0 });
        said.ShouldContain("may be cut off from the internet");
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Links.Where(link => link.Host.EndsWith(".invalid")).ToListAsync()).ShouldAllBe(link => link.State == LinkState.Waiting && link.FailedDays == 0);
        (await db.Links.Where(link => link.Host.StartsWith("192.0.2.")).ToListAsync()).ShouldAllBe(link => link.State == LinkState.Refused);
    }

    private async Task SaveAsync(LinkSettings settings)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(settings);
    }
}
