using System.Net;
using LearningDev.Catalogue.Recommending;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Recommending;

[Requirement("CAT-08")]
public class SentTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Page = "/catalogue/for-you/sent";

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(Page);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_NothingSent_HelpsOn() =>
        (await portal.GetDocumentAsync(Page, "coach")).QuerySelector(".app-empty a[href='/catalogue']").ShouldNotBeNull();

    [Fact]
    public async Task Post_TakeBackTwice_RemovesItForTheRecipient()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var sent = await client.RecommendAsync("managing-stress", "whitfield", "Look");
        var page = await client.GetPageAsync(Page);
        page.QuerySelector("tbody")!.TextContent.ShouldContain("Sam Whitfield");
        var form = page.FormWith("Take back");

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe(Page);
        again.Headers.Location!.OriginalString.ShouldBe(Page);
        (await portal.EventsAsync("manager")).Count(name => name == nameof(RecommendationWithdrawn)).ShouldBe(1);
        (await portal.GetDocumentAsync("/catalogue/for-you")).Body!.TextContent.ShouldNotContain("Recommended by Priya Raman");
    }

    [Fact]
    public async Task Post_SomebodyElsesRecommendation_StaysThere()
    {
        using var hr = await portal.SignedInAsAsync("hr");
        using var first = await hr.RecommendAsync("minute-taking", "pritchard");
        using var editor = await portal.SignedInAsAsync("editor");
        using var second = await editor.RecommendAsync("minute-taking", "achebe");
        var sender = await portal.PersonIdAsync("hr");
        var id = await portal.ReadAsync(db => db.SentRecommendations.Where(row => row.SenderId == sender).Select(row => row.Id).SingleAsync());

        using var answer = await editor.SubmitAsync((await editor.GetPageAsync(Page)).FormWith("Take back"), ("id", id));

        (await portal.ReadAsync(db => db.SentRecommendations.AnyAsync(row => row.Id == id))).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_SenderWhoHasLeft_KeepsTheNameForTheRecipient()
    {
        using var client = await portal.SignedInAsAsync("chief-officer");
        using var sent = await client.RecommendAsync("managing-stress", "adeyemi");
        await portal.ChangePersonAsync("chief-officer", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        (await portal.GetDocumentAsync("/catalogue/for-you", "coach")).Body!.TextContent.ShouldContain("Recommended by Marcus Bellamy");
    }

    [Fact]
    public async Task Get_LongList_IsPagedAndAsksNoMoreForIt()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        using var sent = await client.RecommendAsync("managing-stress", "whitfield");
        var few = await portal.QueriesOfAsync(client, Page);
        var sender = await portal.PersonIdAsync("democratic-services");
        var people = await portal.ReadAsync(db => db.Users.Where(person => person.UserName != "employee" && person.Id != sender).OrderBy(person => person.Id).Take(24).Select(person => person.Id).ToListAsync());
        await portal.WriteAsync(db => db.AddRange(people.Select(person => new SentRecommendation
        {
            ContentItemId = "managing-stress",
            SenderId = sender,
            SenderName = "Imogen Fairweather",
            RecipientId = person,
            SentUtc = DateTime.UtcNow,
        })));

        var page = await client.GetPageAsync(Page);

        (await portal.QueriesOfAsync(client, Page)).ShouldBe(few);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        (await client.GetPageAsync(Page + "?p=2")).QuerySelectorAll("tbody tr").Length.ShouldBe(5);
    }
}
