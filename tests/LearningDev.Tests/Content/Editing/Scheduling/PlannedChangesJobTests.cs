using LearningDev.Content.Editing.Scheduling;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Scheduling;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Scheduling;

[Requirement("CMS-01")]
public class PlannedChangesJobTests(PlannedChangesJobTests.GatedPortal portal) : IClassFixture<PlannedChangesJobTests.GatedPortal>
{
    private const string Job = "Planned content changes";

    [Fact]
    public async Task Run_Due_PublishesTheVersionThatWasPlannedAndLeavesTheNewerDraft()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("As planned");
        await portal.PlanAsync((await portal.LatestAsync(id))!, PlannedAction.Publish, Now.AddMinutes(5));
        await client.ChangeAsync(id, "Not meant yet", EditorPages.SaveDraft);
        await portal.RunJobAsync(Job);
        (await portal.PublishedAsync(id)).ShouldBeNull();

        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        (await portal.RunJobAsync(Job)).ShouldContain("1 made");

        (await portal.PublishedAsync(id))!.DisplayText.ShouldBe("As planned");
        (await portal.LatestAsync(id))!.DisplayText.ShouldBe("Not meant yet");
        (await portal.PlansAsync(id)).ShouldBeEmpty();
        (await portal.RunJobAsync(Job)).ShouldBeEmpty();
        (await portal.EventsAsync(id)).Count(name => name == "ContentPublished").ShouldBe(1);
        await using var scope = portal.Scope();
        var entry = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.SingleAsync(row => row.SubjectId == id && row.Event == "ContentPublished");
        (entry.PersonName, entry.Reason).ShouldBe(("The portal", "As planned"));
    }

    [Fact]
    public async Task Run_EntryOfTheCatalogue_IsFoundAndLeavesAtItsTimes()
    {
        using var employee = await portal.SignedInAsAsync("employee");
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var entry = (await items.FindAsync("managing-stress", VersionChoice.Latest))!;
            entry.Alter<TitlePart>(part => part.Title = "Xylophones for calm");
            await portal.PlanAsync(await items.SaveDraftAsync(entry), PlannedAction.Publish, Now.AddMinutes(1));
            await portal.PlanAsync(entry, PlannedAction.Archive, Now.AddMinutes(60));
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await portal.RunJobAsync(Job);
        (await employee.GetPageAsync("/catalogue?q=xylophones")).QuerySelector("main")!.TextContent.ShouldContain("Xylophones for calm");

        portal.Clock.Advance(TimeSpan.FromMinutes(60));
        await portal.RunJobAsync(Job);
        (await employee.GetPageAsync("/catalogue?q=xylophones")).QuerySelector("main")!.TextContent.ShouldNotContain("Xylophones for calm");
        (await portal.LatestAsync("managing-stress"))!.ArchivedUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_TwoNodesAtOnce_DoItOnce()
    {
        List<string> ids = [];
        for (var number = 0; number < 5; number++)
        {
            var item = await portal.DraftAsync("Provider", ItemLives.Provider($"At once {number}"));
            await portal.PlanAsync(item, PlannedAction.Publish, Now.AddMinutes(-1));
            ids.Add(item.ContentItemId);
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using var scope = portal.Scope();
            await scope.ServiceProvider.GetRequiredService<PlannedChangesJob>().RunAsync(CancellationToken.None);
        }));

        foreach (var id in ids)
        {
            (await portal.EventsAsync(id)).Count(name => name == "ContentPublished").ShouldBe(1);
            (await portal.PublishedAsync(id)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Run_RequiredFieldIsMissing_IsRefusedToldAndKept()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Course")).ItemForm();
        using var saved = await client.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Not ready in time"));
        var id = saved.Headers.Location!.OriginalString.Split('/')[^1];
        var due = Now.AddDays(1);
        using var planned = await client.PlanAsync(id, "publish", due.Date, "9am");

        portal.Clock.Advance(TimeSpan.FromDays(2));
        (await portal.RunJobAsync(Job)).ShouldContain("1 refused");

        (await portal.RunJobAsync(Job)).ShouldBeEmpty();
        (await portal.PublishedAsync(id)).ShouldBeNull();
        var plan = (await portal.PlansAsync(id)).ShouldHaveSingleItem();
        plan.RefusedUtc.ShouldNotBeNull();
        plan.Reasons.ShouldContain("Enter summary");
        using var later = await portal.SignedInAsAsync("editor");
        var page = await later.GetPageAsync($"/content/{id}");
        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("It was to be published on");
        page.QuerySelectorAll("main .govuk-list--bullet li").Select(line => line.TextContent).ShouldContain("Enter summary");
        (await later.GetPageAsync("/content/planned")).QuerySelector("tbody tr")!.TextContent.ShouldContain("Refused");
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved", "ContentChangePlanned", "ContentPlanRefused"]);
        (await LettersAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Run_GateRefuses_IsRefusedWithItsReason()
    {
        var item = await portal.DraftAsync("Provider", ItemLives.Provider("Held at the gate"));
        await portal.PlanAsync(item, PlannedAction.Publish, Now.AddMinutes(-1));

        await portal.RunJobAsync(Job);

        (await portal.PlansAsync(item.ContentItemId)).ShouldHaveSingleItem().Reasons.ShouldBe(HeldGate.Reason);
        (await portal.PublishedAsync(item.ContentItemId)).ShouldBeNull();
    }

    [Fact]
    public async Task Run_OneFails_OthersAreDoneAndItIsTriedAgain()
    {
        var broken = await portal.DraftAsync("Provider", ItemLives.Provider("Breaks the gate"));
        var sound = await portal.DraftAsync("Provider", ItemLives.Provider("Sound all the same"));
        await portal.PlanAsync(broken, PlannedAction.Publish, Now.AddMinutes(-2));
        await portal.PlanAsync(sound, PlannedAction.Publish, Now.AddMinutes(-1));
        await using (var scope = portal.Scope())
        {
            (await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(Job, CancellationToken.None)).ShouldBe(JobOutcome.Failed);
        }

        (await portal.PublishedAsync(sound.ContentItemId)).ShouldNotBeNull();
        (await portal.PlansAsync(broken.ContentItemId)).ShouldHaveSingleItem().RefusedUtc.ShouldBeNull();
        await using var cleaning = portal.Scope();
        await cleaning.ServiceProvider.GetRequiredService<PlannedChanges>().CancelAsync(broken.ContentItemId, PlannedAction.Publish, CancellationToken.None);
    }

    [Fact]
    public async Task Publish_ByHand_DropsThePlan_RemovingDropsAll()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("By hand");
        await portal.PlanAsync((await portal.LatestAsync(id))!, PlannedAction.Publish, Now.AddDays(1));
        await portal.PlanAsync((await portal.LatestAsync(id))!, PlannedAction.Archive, Now.AddDays(2));
        await client.ChangeAsync(id, "By hand, newer", EditorPages.Publish);
        (await portal.PlansAsync(id)).ShouldHaveSingleItem().Action.ShouldBe(PlannedAction.Archive);

        using var removed = await client.ConfirmAsync(id, "remove");

        (await portal.PlansAsync(id)).ShouldBeEmpty();
        (await portal.EventsAsync(id)).Count(name => name == "ContentPlanCancelled").ShouldBe(2);
    }

    private DateTime Now => portal.Clock.GetUtcNow().UtcDateTime;

    private async Task<int> LettersAsync(string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<PersonNotification>().CountAsync(row => row.Key.StartsWith($"plan-refused:{id}:"));
    }

    /// <summary>A portal with a gate that refuses what says so.</summary>
    public sealed class GatedPortal : PortalHost
    {
        protected override void Configure(IServiceCollection services) => services.AddScoped<IPublishingGate, HeldGate>();
    }

    private sealed class HeldGate : IPublishingGate
    {
        public const string Reason = "Complete the assessment first";

        public Task<IReadOnlyList<PublishingRefusal>> CheckAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation) =>
            items.Any(item => item.DisplayText == "Breaks the gate")
                ? throw new InvalidOperationException("The gate is broken.")
                : Task.FromResult<IReadOnlyList<PublishingRefusal>>(
                    [.. items.Where(item => item.DisplayText == "Held at the gate").Select(item => new PublishingRefusal(item.ContentItemId, Reason))]);
    }
}
