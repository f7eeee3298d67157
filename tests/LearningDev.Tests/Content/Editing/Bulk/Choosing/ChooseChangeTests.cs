using System.Net;
using LearningDev.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Bulk.Choosing;

[Requirement("CMS-01")]
public class ChooseChangeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = BulkPages.Choose;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"{Url}?item=managing-stress");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NothingTicked_LeadsBackToTheListWhichSaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync($"{Url}?list=%3Fq%3Dstress");

        answer.Headers.Location!.OriginalString.ShouldBe("/content?q=stress&tick=none");
        (await client.GetPageAsync("/content?q=stress&tick=none")).Errors().ShouldBe(["Tick what you want to change, or change the whole list"]);
    }

    [Fact]
    public async Task Get_WholeList_CountsWhatItHasNow()
    {
        using var client = await portal.SignedInAsAsync("editor");
        foreach (var number in Enumerable.Range(1, 3))
        {
            await client.AddProviderAsync($"Wombat {number}");
        }

        var page = await client.GetPageAsync($"{Url}?whole=true&list=%3Fq%3Dwombat&item=managing-stress");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Change 3 items");
        page.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/content?q=wombat");
    }

    [Fact]
    public async Task Post_NothingSelected_ShowsErrorAndKeepsTheItems()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(BulkPages.Ticking("managing-stress", "chairing-skills"));

        using var answer = await client.SubmitAsync(page.Form(Url));

        var again = await answer.ReadPageAsync();
        again.Errors().ShouldBe(["Select what you want to do"]);
        again.QuerySelectorAll("input[type=hidden][name=item]").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("AddTopic", "AddedTopic", "Select a topic")]
    [InlineData("RemoveTopic", "RemovedTopic", "Select a topic")]
    [InlineData("AssignOwner", "OwnerWords", "Enter the name of the new owner, at least 2 letters of it")]
    public async Task Post_ValueIsMissing_ShowsErrorBesideIt(string action, string field, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(BulkPages.Ticking("managing-stress"));

        using var answer = await client.SubmitAsync(page.Form(Url), ("Action", action));

        (await answer.ReadPageAsync()).ErrorBeside(field).ShouldBe(message);
    }

    [Fact]
    public async Task Post_OwnerOfNoName_ShowsErrorAndLosesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(BulkPages.Ticking("managing-stress"));

        using var answer = await client.SubmitAsync(page.Form(Url), ("Action", "AssignOwner"), ("OwnerWords", "Xyzzyx"), ("ChangeNote", "She has left"));

        var again = await answer.ReadPageAsync();
        again.ErrorBeside("OwnerWords").ShouldBe("Nobody of that name works here at present. Try fewer letters, or the email address");
        again.ValueOf("ChangeNote").ShouldBe("She has left");
    }

    [Fact]
    public async Task Post_OwnerOfSeveralNames_AsksWhoIsMeant()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(BulkPages.Ticking("managing-stress"));

        using var answer = await client.SubmitAsync(page.Form(Url), ("Action", "AssignOwner"), ("OwnerWords", "ma"));

        var again = await answer.ReadPageAsync();
        again.Errors().Single().ShouldStartWith("Select who you mean");
        var chosen = again.QuerySelectorAll("input[name=OwnerId]").Select(choice => choice.GetAttribute("value")!).First();
        using var done = await client.SubmitAsync(again.Form(Url), ("OwnerId", chosen));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_MayNotPublish_OffersNoPublishing()
    {
        await portal.LetCoachesWriteAsync();
        using var client = await portal.SignedInAsAsync("coach");

        var page = await client.GetPageAsync(BulkPages.Ticking("managing-stress"));

        page.QuerySelectorAll("input[name=Action]").Select(choice => choice.GetAttribute("value")).ShouldBe(["AddTopic", "RemoveTopic", "AssignOwner"]);
    }

    [Fact]
    public async Task Post_NoteIsAskedFor_ShowsErrorWithoutOne()
    {
        await portal.AskForNotesAsync(NoteRule.WhenPublishing);
        try
        {
            using var client = await portal.SignedInAsAsync("editor");
            var page = await client.GetPageAsync(BulkPages.Ticking("managing-stress"));

            using var answer = await client.SubmitAsync(page.Form(Url), ("Action", "Publish"));

            (await answer.ReadPageAsync()).ErrorBeside("ChangeNote")!.ShouldStartWith("Enter a note of the change");
        }
        finally
        {
            await portal.AskForNotesAsync(NoteRule.Optional);
        }
    }
}
