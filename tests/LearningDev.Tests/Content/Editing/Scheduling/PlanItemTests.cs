using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Scheduling;

[Requirement("CMS-01")]
public class PlanItemTests : IClassFixture<PortalHost>
{
    private readonly PortalHost portal;

    public PlanItemTests(PortalHost portal)
    {
        this.portal = portal;
        portal.Clock.StopAt(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("archive")]
    public async Task Get_WithoutPermissionToPublish_IsForbidden(string what)
    {
        await portal.LetCoachesWriteAsync();
        using var client = await portal.SignedInAsAsync("coach");

        using var answer = await client.GetAsync($"/content/managing-stress/plan/{what}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("managing-stress", "destroy")]
    [InlineData("no-such-item", "publish")]
    public async Task Get_NothingOfTheKind_IsNotFound(string id, string what)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync($"/content/{id}/plan/{what}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Publication_IsShownChangedAndCancelled()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Later");

        using var planned = await client.PlanAsync(id, "publish", new DateTime(2026, 12, 5), "9am");

        planned.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        var page = await client.GetPageAsync($"/content/{id}");
        page.Banner().ShouldContain("Later will be published on 5 December 2026 at 9am");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Will be published on 5 December 2026 at 9am");
        (await portal.PlansAsync(id)).ShouldHaveSingleItem().DueUtc.ShouldBe(new DateTime(2026, 12, 5, 9, 0, 0));

        using var changed = await client.PlanAsync(id, "publish", new DateTime(2026, 12, 6), "2:30pm");
        (await portal.PlansAsync(id)).ShouldHaveSingleItem().DueUtc.ShouldBe(new DateTime(2026, 12, 6, 14, 30, 0));

        using var cancelled = await client.SubmitAsync(
            (await client.GetPageAsync($"/content/{id}/plan/publish")).Forms.Single(form => form.Action.EndsWith("handler=Cancel", StringComparison.Ordinal)));
        (await portal.PlansAsync(id)).ShouldBeEmpty();
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved", "ContentChangePlanned", "ContentChangePlanned", "ContentPlanCancelled"]);
    }

    [Fact]
    public async Task Post_InSummer_IsByTheCouncilsClocks()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("In summer");

        using var planned = await client.PlanAsync(id, "publish", new DateTime(2027, 7, 1), "9am");

        (await portal.PlansAsync(id)).ShouldHaveSingleItem().DueUtc.ShouldBe(new DateTime(2027, 7, 1, 8, 0, 0));
    }

    [Theory]
    [InlineData(2026, 12, 5, "", "Time", "Enter the time")]
    [InlineData(2026, 12, 5, "soon", "Time", "Time must be a time, like 2:30pm or 14:30")]
    [InlineData(2026, 11, 30, "9am", "Day", "Time must be in the future")]
    [InlineData(2026, 12, 1, "11:59", "Time", "Time must be in the future")]
    [InlineData(2037, 12, 1, "9am", "Day", "Date must be within 10 years")]
    [InlineData(2027, 3, 28, "1:30am", "Time", "There is no 1:30am on that day, because the clocks go forward. Choose an hour later")]
    public async Task Post_TimeIsNotRight_ShowsErrorAndKeepsWhatWasTyped(int year, int month, int day, string time, string field, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Not then");

        using var answer = await client.PlanAsync(id, "publish", new DateTime(year, month, day), time);

        var page = await answer.ReadPageAsync();
        page.ErrorBeside(field).ShouldBe(message);
        page.ValueOf("Time").ShouldBe(time);
        (await portal.PlansAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_NoDay_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("On no day");

        using var answer = await client.ConfirmAsync(id, "plan/publish", ("Time", "9am"));

        (await answer.ReadPageAsync()).ErrorBeside("Day").ShouldBe("Enter the date");
    }

    [Theory]
    [InlineData("first", 0, "before")]
    [InlineData("second", 1, "after")]
    public async Task Post_HourThatComesTwice_AsksWhich(string which, int hour, string words)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync($"Twice, the {which}");

        using var asked = await client.PlanAsync(id, "publish", new DateTime(2027, 10, 31), "1:30am");
        var page = await asked.ReadPageAsync();
        page.ErrorBeside("Which").ShouldBe("Choose which of the two it is");
        using var answer = await client.SubmitAsync(page.Form($"/content/{id}/plan/publish"), ("Which", which));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PlansAsync(id)).ShouldHaveSingleItem().DueUtc.ShouldBe(new DateTime(2027, 10, 31, hour, 30, 0));
        (await client.GetPageAsync($"/content/{id}")).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain($"31 October 2027 at 1:30am ({words} the clocks go back)");
    }

    [Fact]
    public async Task Post_ArchivedBeforeItIsPublished_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("In the wrong order");
        using var planned = await client.PlanAsync(id, "publish", new DateTime(2026, 12, 5), "9am");

        using var answer = await client.PlanAsync(id, "archive", new DateTime(2026, 12, 5), "9am");

        (await answer.ReadPageAsync()).ErrorBeside("Day").ShouldBe("It will be published on 5 December 2026 at 9am: choose a later time to archive it");
    }

    [Fact]
    public async Task Post_NewerVersionSavedMeanwhile_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Changed meanwhile");
        var form = (await client.GetPageAsync($"/content/{id}/plan/publish")).Form($"/content/{id}/plan/publish");
        await client.ChangeAsync(id, "Changed", EditorPages.SaveDraft);

        using var answer = await client.SubmitAsync(form, ("Day.Day", "5"), ("Day.Month", "12"), ("Day.Year", "2026"), ("Time", "9am"));

        (await answer.ReadPageAsync()).Errors().ShouldContain("Version 2 has been saved since you opened this page. Look at it: it is what would be published now");
    }

    [Fact]
    public async Task Post_SameFormTwice_IsPlannedOnce_OtherTimeIsToldOfTheFirst()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Planned once");
        var form = (await client.GetPageAsync($"/content/{id}/plan/publish")).Form($"/content/{id}/plan/publish");
        (string, string?)[] values = [("Day.Day", "5"), ("Day.Month", "12"), ("Day.Year", "2026"), ("Time", "9am")];

        using var first = await client.SubmitAsync(form, values);
        using var second = await client.SubmitAsync(form, values);
        using var other = await client.SubmitAsync(form, [.. values[..3], ("Time", "10am")]);

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await other.ReadPageAsync()).Errors()[0].ShouldContain("Somebody else has changed the plan since you opened this page");
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved", "ContentChangePlanned"]);
    }

    [Fact]
    public async Task Get_ItemThatCouldNotBePublishedNow_ListsWhy()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var item = await portal.DraftAsync("Course", new System.Text.Json.Nodes.JsonObject { ["TitlePart"] = new System.Text.Json.Nodes.JsonObject { ["Title"] = "Unfinished" } });

        var page = await client.GetPageAsync($"/content/{item.ContentItemId}/plan/publish");

        page.QuerySelectorAll("main li").Select(line => line.TextContent).ShouldContain("Enter summary");
    }

    [Fact]
    public async Task Get_NewestVersionIsPublished_SendsBack()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Out already", EditorPages.Publish);

        using var answer = await client.GetAsync($"/content/{id}/plan/publish");

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
    }
}
