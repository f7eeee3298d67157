using System.Net;
using LearningDev.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Saving;

[Requirement("CAT-08")]
public class SavedTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/catalogue/saved");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_NothingSaved_HelpsOn()
    {
        var page = await portal.GetDocumentAsync("/catalogue/saved", "coach");
        page.QuerySelector(".app-empty a[href='/catalogue']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_SaveTwice_KeepsOneAndTheButtonTurns()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync("/catalogue/managing-stress")).FormWith("Save for later");

        using var first = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        first.Headers.Location!.OriginalString.ShouldBe("/catalogue/managing-stress");
        again.Headers.Location!.OriginalString.ShouldBe("/catalogue/managing-stress");
        var id = await portal.PersonIdAsync("employee");
        (await portal.ReadAsync(db => db.SavedEntries.CountAsync(row => row.PersonId == id))).ShouldBe(1);
        (await portal.EventsAsync("employee")).Count(name => name == nameof(LearningSaved)).ShouldBe(1);
        var page = await client.GetPageAsync("/catalogue/managing-stress");
        page.Banner().ShouldBe("Managing stress is saved for later");
        using var removed = await client.SubmitAsync(page.FormWith("Remove from saved"));
        removed.Headers.Location!.OriginalString.ShouldBe("/catalogue/managing-stress");
        (await client.GetPageAsync("/catalogue/managing-stress")).FormWith("Save for later").ShouldNotBeNull();
        (await client.GetPageAsync("/catalogue/saved")).QuerySelector(".app-empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_SavedSeveralTimesAtOnce_KeepsOne()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        var page = await client.GetPageAsync("/catalogue/managing-stress");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.SubmitAsync(page.FormWith("Save for later"))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        var id = await portal.PersonIdAsync("councillor");
        (await portal.ReadAsync(db => db.SavedEntries.CountAsync(row => row.PersonId == id && row.ContentItemId == "managing-stress"))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_Remove_OffersToPutItBack()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.SaveAsync("managing-stress");
        await client.SaveAsync("minute-taking");
        var page = await client.GetPageAsync("/catalogue/saved");
        page.Titles().ShouldBe(["Minute taking", "Managing stress"]);

        using var answer = await client.SubmitAsync(page.FormWith("Remove", "Managing stress"));

        answer.Headers.Location!.OriginalString.ShouldBe("/catalogue/saved");
        page = await client.GetPageAsync("/catalogue/saved");
        page.Titles().ShouldBe(["Minute taking"]);
        page.Banner().ShouldBe("Managing stress is no longer in your saved learning");
        using var back = await client.SubmitAsync(page.FormWith("Put it back", "Managing stress"));
        (await client.GetPageAsync("/catalogue/saved")).Titles().ShouldBe(["Managing stress", "Minute taking"]);
        (await portal.EventsAsync("editor")).TakeLast(2).ShouldBe([nameof(SavedLearningRemoved), nameof(LearningSaved)]);
    }

    [Fact]
    public async Task Get_EntryUnpublishedOrRestrictedSince_IsNoLongerAvailableWithoutItsTitle()
    {
        using var client = await portal.SignedInAsAsync("manager");
        await client.SaveAsync("fire-safety-awareness");
        await client.SaveAsync("people-managers-network");
        var ids = await SavedIdsAsync("manager");
        await portal.UnpublishAsync(ids[0]);
        await portal.RestrictAsync(ids[1], "Councillor");

        var page = await client.GetPageAsync("/catalogue/saved");

        page.Titles().ShouldBe(["No longer available", "No longer available"]);
        page.Body!.TextContent.ShouldNotContain("Fire safety");
        page.Body!.TextContent.ShouldNotContain("managers network", Case.Insensitive);
        using var answer = await client.SubmitAsync(page.FormWith("Remove", "no longer available"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/catalogue/saved")).Titles().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("no-such-entry")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Post_NoEntry_IsNotFound(string? id)
    {
        using var client = await portal.SignedInAsAsync("hr");
        (await PostIdAsync(client, id)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_EntryThatThePersonMayNotSee_IsNotFound()
    {
        var restricted = await portal.RestrictedAsync();
        using var employee = await portal.SignedInAsAsync("hr");
        using var councillor = await portal.SignedInAsAsync("councillor");

        (await PostIdAsync(employee, restricted.ContentItemId)).ShouldBe(HttpStatusCode.NotFound);
        (await PostIdAsync(councillor, restricted.ContentItemId)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_ReturnToElsewhere_StaysHere()
    {
        using var client = await portal.SignedInAsAsync("chief-officer");
        var form = (await client.GetPageAsync("/catalogue/managing-stress")).FormWith("Save for later");
        using var answer = await client.SubmitAsync(form, ("returnUrl", "https://elsewhere.example/"));
        answer.Headers.Location!.OriginalString.ShouldBe("/catalogue/saved");
    }

    [Fact]
    public async Task Get_LongList_IsPagedAndAsksNoMoreForIt()
    {
        var person = await portal.PersonIdAsync("democratic-services");
        var ids = await portal.ReadAsync(db => db.Set<LearningDev.Catalogue.Entries.CatalogueEntry>()
            .Where(entry => !entry.IsRestricted && entry.Title != "Fire safety awareness").OrderBy(entry => entry.Slug).Select(entry => entry.ContentItemId).Take(25).ToListAsync());
        using var client = await portal.SignedInAsAsync("democratic-services");
        await portal.WriteAsync(db => db.Add(new SavedEntry { PersonId = person, ContentItemId = ids[0], SavedUtc = DateTime.UtcNow }));
        var few = await portal.QueriesOfAsync(client, "/catalogue/saved");
        await portal.WriteAsync(db => db.AddRange(ids.Skip(1).Select((id, index) => new SavedEntry { PersonId = person, ContentItemId = id, SavedUtc = DateTime.UtcNow.AddMinutes(-index) })));

        var page = await client.GetPageAsync("/catalogue/saved");

        (await portal.QueriesOfAsync(client, "/catalogue/saved")).ShouldBe(few);
        page.Titles().Count.ShouldBe(20);
        (await client.GetPageAsync("/catalogue/saved?p=2")).Titles().Count.ShouldBe(5);
        (await client.GetPageAsync("/catalogue/saved?p=99")).Titles().Count.ShouldBe(5);
        (await client.GetPageAsync("/catalogue/saved?p=x")).Titles().Count.ShouldBe(20);
    }

    [Fact]
    public async Task Publish_ItemWithTheAddressOfThePage_IsRefused()
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<LearningDev.Content.Items.ContentItems>();
        var item = (await items.FindAsync("managing-stress", LearningDev.Content.Items.VersionChoice.Latest))!;
        item.Alter<LearningDev.Content.Items.AutoroutePart>(route => route.Path = "catalogue/saved");
        (await Should.ThrowAsync<LearningDev.Content.Items.ContentInvalidException>(() => items.PublishAsync(item))).Errors[0].Message
            .ShouldContain("is used by another page");
    }

    private Task<List<string>> SavedIdsAsync(string userName) => portal.ReadAsync(async db =>
    {
        var id = await db.Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync();
        return await db.SavedEntries.Where(row => row.PersonId == id).OrderBy(row => row.SavedUtc).Select(row => row.ContentItemId).ToListAsync();
    });

    private static async Task<HttpStatusCode> PostIdAsync(HttpClient client, string? id)
    {
        var form = (await client.GetPageAsync("/catalogue/minute-taking")).FormWith("Save for later");
        using var answer = await client.SubmitAsync(form, ("id", id));
        return answer.StatusCode;
    }
}
