using System.Net;
using LearningDev.Catalogue.Recommending;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Recommending;

[Requirement("CAT-08")]
public class RecommendTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Page = "/catalogue/managing-stress/recommend";

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(Page);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_EntryThatThePersonMayNotSee_IsNotFound()
    {
        var restricted = await portal.RestrictedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/catalogue/{restricted.Slug}/recommend");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var none = await client.GetAsync("/catalogue/no-such-entry/recommend");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Find_TellsPeopleOfOneNameApartAndKeepsWhatWasTypedAndTicked()
    {
        await portal.ChangePersonAsync("ellie.marsh", person => (person.GivenName, person.FamilyName) = ("Sam", "Whitfield"));
        using var client = await portal.SignedInAsAsync("editor");

        var page = await client.FindColleaguesAsync("managing-stress", "sam whit");

        page.QuerySelectorAll(".govuk-checkboxes__item").Select(item => item.TextContent.Trim().ReplaceLineEndings(" "))
            .Select(words => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(words => words.StartsWith("Sam", StringComparison.Ordinal))
            .ShouldBe(["Sam Whitfield Social Worker, Assessment and Early Help", "Sam Whitfield Performance Analyst, Performance and Insight"], ignoreOrder: true);
        var employee = await portal.PersonIdAsync("employee");
        var form = page.Form(Page);
        form.Action += "?handler=Find";
        using var answer = await client.SubmitAsync(form, "Find", [("Words", "raman"), ("People", employee), ("Note", "Try it")], []);
        page = await answer.ReadPageAsync();
        page.QuerySelectorAll("input[name=People]:checked").Select(box => box.GetAttribute("value")).ShouldBe([employee]);
        page.QuerySelectorAll("input[name=People]").Length.ShouldBe(2);
        page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Try it");
    }

    [Fact]
    public async Task Post_FindNobody_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        (await client.FindColleaguesAsync("managing-stress", "zzzz")).QuerySelector("[role=status]")!.TextContent.ShouldContain("Nobody of that name");
        (await client.FindColleaguesAsync("managing-stress", "a")).QuerySelector("#Words-error")!.TextContent.ShouldContain("at least 2 letters");
    }

    [Fact]
    public async Task Post_ToAColleague_IsOnTheirPagesWithTheNote()
    {
        using var client = await portal.SignedInAsAsync("manager");

        using var answer = await client.RecommendAsync("managing-stress", "denise", "For your team day.\nShort.");

        answer.Headers.Location!.OriginalString.ShouldBe("/catalogue/managing-stress");
        (await client.GetPageAsync("/catalogue/managing-stress")).Banner().ShouldBe("Recommended to Denise Achebe");
        (await portal.EventsAsync("manager")).ShouldContain(nameof(LearningRecommended));
        var forYou = await portal.GetDocumentAsync("/catalogue/for-you", "hr");
        var first = forYou.QuerySelector(".app-results__item")!;
        first.QuerySelector(".app-results__title")!.TextContent.Trim().ShouldBe("Managing stress");
        first.QuerySelector(".app-reasons__item")!.TextContent.ShouldContain("Recommended by Priya Raman on ");
        first.QuerySelector(".app-note")!.TextContent.ShouldBe("For your team day.\nShort.");
        (await portal.GetDocumentAsync("/", "hr")).QuerySelector("section[aria-labelledby=home-for-you]")!.TextContent.ShouldContain("Recommended by Priya Raman");
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Data.Contains("team day")))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_Again_ChangesTheNoteAndAddsNone()
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var first = await client.RecommendAsync("minute-taking", "kowalczyk", "First");
        using var second = await client.RecommendAsync("minute-taking", "kowalczyk", "Second");

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = await portal.PersonIdAsync("administrator");
        (await portal.ReadAsync(db => db.SentRecommendations.Where(row => row.RecipientId == id).Select(row => row.Note).ToListAsync())).ShouldBe(["Second"]);
    }

    [Fact]
    public async Task Post_SeveralTimesAtOnce_SendsOne()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        var page = await client.FindColleaguesAsync("minute-taking", "adeyemi");
        var coach = await portal.PersonIdAsync("coach");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            client.SubmitAsync(page.Form("/catalogue/minute-taking/recommend"), "Recommend", [("People", coach)], [])));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.SentRecommendations.CountAsync(row => row.RecipientId == coach && row.ContentItemId == "minute-taking"))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_ToATeam_ReachesThoseWhoAreThereButNotTheSender()
    {
        await portal.ChangePersonAsync("gareth.pugh", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        using var client = await portal.SignedInAsAsync("hr");
        var page = await client.GetPageAsync(Page);
        var team = page.QuerySelectorAll("input[name=Teams]")[0].GetAttribute("value");

        using var answer = await client.SubmitAsync(page.Form(Page), "Recommend", [("Teams", team)], []);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var sender = await portal.PersonIdAsync("hr");
        var entry = await portal.ReadAsync(db => db.SentRecommendations.Where(row => row.SenderId == sender && row.Note == "")
            .Join(db.Users, row => row.RecipientId, person => person.Id, (_, person) => person.UserName).ToListAsync());
        entry.ShouldContain("coach");
        entry.ShouldContain("editor");
        entry.ShouldNotContain("hr");
        entry.ShouldNotContain("gareth.pugh");
    }

    [Fact]
    public async Task Post_TeamOfOthers_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(Page);
        var other = await portal.ReadAsync(db => db.Units.Where(unit => unit.Code == "PP-HR").Select(unit => unit.Id).SingleAsync());
        page.QuerySelector("input[name=Teams]")!.SetAttribute("value", other);
        using var answer = await client.SubmitAsync(page.Form(Page), "Recommend", [("Teams", other)], []);
        (await answer.ReadPageAsync()).QuerySelector("#Teams-error")!.TextContent.ShouldContain("Nobody you chose is there");
    }

    [Fact]
    public async Task Post_RestrictedEntry_LeavesOutThoseWhoCannotSeeIt()
    {
        var restricted = await portal.RestrictedAsync();
        using var client = await portal.SignedInAsAsync("councillor");
        var path = $"/catalogue/{restricted.Slug}/recommend";
        using var refused = await client.RecommendAsync(restricted.Slug, "pritchard");
        (await refused.ReadPageAsync()).QuerySelector("#People-error")!.TextContent.ShouldContain("This person cannot see this learning");
        var employee = await portal.PersonIdAsync("editor");
        var found = await client.FindColleaguesAsync(restricted.Slug, "pritchard");
        var form = found.Form(path);
        form.Action += "?handler=Find";
        using var both = await client.SubmitAsync(form, "Find", [("Words", "chowdhury"), ("People", employee)], []);
        found = await both.ReadPageAsync();
        var ids = found.QuerySelectorAll("input[name=People]").Select(box => ("People", box.GetAttribute("value"))).ToList();
        ids.Count.ShouldBe(2);

        using var answer = await client.SubmitAsync(found.Form(path), "Recommend", ids, []);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"/catalogue/{restricted.Slug}")).Banner()
            .ShouldBe("Recommended to Anwar Chowdhury. 1 of 2 people cannot see this learning and was left out");
        (await portal.ReadAsync(db => db.SentRecommendations.AnyAsync(row => row.ContentItemId == restricted.ContentItemId && row.RecipientId == employee))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_NobodyChosenOrNoteTooLong_ShowsErrorsAndKeepsTheNote()
    {
        using var client = await portal.SignedInAsAsync("coach");
        var page = await client.GetPageAsync(Page);

        using var answer = await client.SubmitAsync(page.Form(Page), "Recommend", [("Note", new string('n', 501))], []);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        page = await answer.ReadPageAsync();
        page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())
            .ShouldBe(["Find a colleague, or choose a team", "Note must be 500 characters or less"]);
        page.QuerySelector("textarea")!.TextContent.Trim().Length.ShouldBe(501);
        using var typed = await client.SubmitAsync(page.Form(Page), "Recommend", [("Words", "sam"), ("Note", "")], []);
        page = await typed.ReadPageAsync();
        page.QuerySelector("#People-error")!.TextContent.ShouldContain("Choose who you mean");
        page.QuerySelectorAll("input[name=People]").ShouldNotBeEmpty();
    }
}

[Requirement("CAT-08")]
public class RecommendLimitTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_OverTheDaysLimit_IsRefusedUntilTomorrow()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("CatalogueSettings", """{"RecommendationsPerDay":1}""");
        }

        portal.Clock.StopAt(new DateTime(2026, 6, 1, 11, 0, 0, DateTimeKind.Utc));
        using var client = await portal.SignedInAsAsync("manager");
        using var first = await client.RecommendAsync("managing-stress", "whitfield");
        using var second = await client.RecommendAsync("managing-stress", "pritchard");
        using var sameAgain = await client.RecommendAsync("managing-stress", "whitfield", "With a note");
        portal.Clock.Advance(TimeSpan.FromHours(13));
        using var nextDay = await portal.SignedInAsAsync("manager");
        using var tomorrow = await nextDay.RecommendAsync("managing-stress", "pritchard");

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.ReadPageAsync()).QuerySelector("#People-error")!.TextContent.ShouldContain("Try again tomorrow");
        sameAgain.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        tomorrow.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
