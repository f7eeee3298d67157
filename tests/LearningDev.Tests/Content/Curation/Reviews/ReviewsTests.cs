using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using LearningDev.Content.Curation.Reviews;
using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Reviews;

[Requirement("CAT-03")]
[Requirement("CMS-04")]
public class ReviewsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Overdue = "/content/reviews?show=Overdue";

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(new Uri("/content/reviews", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_PersonWhoOwnsNothing_SaysSo()
    {
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.Reviews.Where(review => db.Users.Any(person => person.Id == review.OwnerId && person.UserName == "chief-officer")).ExecuteDeleteAsync();
        }

        (await portal.GetDocumentAsync("/content/reviews", "chief-officer")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("You look after no content");
    }

    [Fact]
    public async Task Get_Owner_SeesOnlyTheirs()
    {
        await MakeAsync("Looked after by the coach", "coach", days: -3);
        await MakeAsync("Looked after by somebody else", "manager", days: -3);

        var page = await portal.GetDocumentAsync("/content/reviews?whose=all&q=looked+after", "coach");

        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("Looked after by the coach");
        row.TextContent.ShouldContain("Overdue");
        row.QuerySelector("a")!.GetAttribute("href").ShouldStartWith("/catalogue/");
    }

    [Fact]
    public async Task Get_Editor_SeesWhatLacksAnOwnerOrHasOneWhoHasLeft()
    {
        await MakeAsync("Nobody looks after this", owner: null, days: 100);
        await MakeAsync("Left alone by its owner", "hr", days: 100);
        await using (var scope = portal.Scope())
        {
            var yesterday = (await scope.ServiceProvider.GetRequiredService<WorkingCalendar>().TodayAsync()).AddDays(-1);
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == "hr")
                .ExecuteUpdateAsync(person => person.SetProperty(row => row.LeavesOn, yesterday));
        }

        var page = await portal.GetDocumentAsync("/content/reviews?show=Incomplete&q=l", "editor");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row => row.Contains("Nobody looks after this", StringComparison.Ordinal) && row.Contains("Nobody", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("Left alone by its owner", StringComparison.Ordinal) && row.Contains("Has left", StringComparison.Ordinal));
        var desk = (await portal.GetDocumentAsync("/content", "editor")).QuerySelector("#desk-reviews")!.ParentElement!;
        desk.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain("/content/reviews?show=Incomplete");
    }

    [Fact]
    public async Task Post_Reviewed_SetsTheNextDayAndNothingElse()
    {
        var id = await MakeAsync("Reviewed by its owner", "councillor", days: -40);
        var before = (await portal.PublishedAsync(id))!;
        using var client = await portal.SignedInAsAsync("councillor");
        var form = FormOf(await client.GetPageAsync("/content/reviews"), id);

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        (answer.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Redirect, HttpStatusCode.Redirect));
        var after = (await portal.PublishedAsync(id))!;
        DayOf(after).ShouldBe((await TodayAsync()).AddMonths(12));
        after.PublishedUtc.ShouldBe(before.PublishedUtc);
        after.Content["CurationPart"]!["ReviewBy"] = before.Content["CurationPart"]!["ReviewBy"]!.DeepClone();
        JsonNode.DeepEquals(after.Content, before.Content).ShouldBeTrue();
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentPublished", "ContentReviewed"]);
    }

    [Fact]
    public async Task Post_ReviewedWithANewerDraft_KeepsTheDraft()
    {
        var id = await MakeAsync("With a newer draft", "employee", days: -40);
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var draft = (await items.FindAsync(id, VersionChoice.Latest))!;
            draft.Alter<TitlePart>(title => title.Title = "With a newer draft, changed");
            await items.SaveDraftAsync(draft);
        }

        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Overdue}&q=newer+draft");

        using var answer = await client.SubmitAsync(FormOf(page, id));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (published, latest) = ((await portal.PublishedAsync(id))!, (await portal.LatestAsync(id))!);
        (published.DisplayText, published.Latest).ShouldBe(("With a newer draft", false));
        (latest.DisplayText, latest.Published, latest.Author).ShouldBe(("With a newer draft, changed", false, null));
        (DayOf(published), DayOf(latest)).ShouldBe(((await TodayAsync()).AddMonths(12), (await TodayAsync()).AddMonths(12)));
    }

    [Fact]
    public async Task Post_SomebodyElses_IsNotFound()
    {
        var id = await MakeAsync("Not the employee's", "manager", days: -40);
        var own = await MakeAsync("The employee's own", "employee", days: -40);
        using var client = await portal.SignedInAsAsync("employee");
        var form = FormOf(await client.GetPageAsync("/content/reviews?q=own"), own);

        using var answer = await client.SubmitAsync(form, ("id", id));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        DayOf((await portal.PublishedAsync(id))!).ShouldBe((await TodayAsync()).AddDays(-40));
    }

    [Fact]
    public async Task Post_ItemThatIsNotRight_SaysWhatIsWrong()
    {
        var id = await MakeAsync("No longer right", "manager", days: -40);
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var row = await db.Set<ContentItemRow>().SingleAsync(item => item.ContentItemId == id && item.Published);
            row.Json = row.Json.Replace("\"QualityAssurance\":{\"Text\":\"checked\"}", "\"QualityAssurance\":{\"Text\":\"gone\"}", StringComparison.Ordinal);
            await db.SaveChangesAsync();
        }

        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Overdue}&q=no+longer+right");

        using var answer = await client.SubmitAsync(FormOf(page, id));

        (await answer.ReadPageAsync()).Errors().ShouldHaveSingleItem().ShouldContain("No longer right could not be noted as reviewed");
    }

    [Fact]
    public async Task Unpublish_Item_IsNoReviewAnyMore()
    {
        var id = await MakeAsync("Taken off", "manager", days: -1);
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync(id);
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Reviews.CountAsync(review => review.ContentItemId == id)).ShouldBe(0);
    }

    [Fact]
    public async Task Get_FullPage_TakesAFewQueries()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.GetPageAsync("/content/reviews?show=All");
        portal.Queries.Restart();

        (await client.GetPageAsync("/content/reviews?show=All")).QuerySelectorAll("tbody tr").Length.ShouldBe(20);

        portal.Queries.Count.ShouldBeLessThan(10);
    }

    private static IHtmlFormElement FormOf(IHtmlDocument page, string id) => page.Forms.Single(form => form.QuerySelector($"input[value='{id}']") is not null);

    private static DateOnly DayOf(ContentItem item) => DateOnly.Parse(item.Content["CurationPart"]!["ReviewBy"]!["Value"]!.ToString()[..10], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<DateOnly> TodayAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<WorkingCalendar>().TodayAsync();
    }

    private Task<string> MakeAsync(string title, string? owner, int days) => ReviewedContent.MakeAsync(portal, title, owner, days);
}
