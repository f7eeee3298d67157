using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Celebrating;

/// <summary>What the settings of the wall change.</summary>
[Requirement("REC-01")]
public class CelebratingRulesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_ModeratorReadsFirst_WaitsWithoutALetter()
    {
        await portal.SetRulesAsync("""{"ModerateFirst":true}""");
        using var client = await portal.SignedInAsAsync("manager");
        (await client.GetPageAsync(await portal.CelebratingAsync("employee"))).QuerySelector("main")!.TextContent.ShouldContain("A moderator reads it first.");

        using var answer = await portal.CelebrateAsync(client, "employee", "Waiting");

        var page = await client.GetPageAsync("/recognition");
        page.Banner().ShouldStartWith("Thank you. A moderator reads your celebration");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Sam Whitfield, Waiting");
        var row = await portal.CelebrationAsync("Waiting");
        (row.State, row.ShownUtc).ShouldBe((CelebrationState.Waiting, null));
        (await portal.LettersAsync(row.Id)).ShouldBe(0);
        (await portal.GetDocumentAsync("/recognition", "hr")).QuerySelector("main")!.TextContent.ShouldNotContain("Sam Whitfield");
        using var again = await portal.CelebrateAsync(client, "employee", "Waiting");
        (await client.GetPageAsync("/recognition")).Banner().ShouldStartWith("Thank you. A moderator reads your celebration");
        (await portal.ReadAsync(db => db.Celebrations.CountAsync(other => other.Learning == "Waiting"))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_NoLetters_SendsNone()
    {
        await portal.SetRulesAsync("""{"TellByEmail":false}""");
        (await portal.GetDocumentAsync(await portal.CelebratingAsync("coach"), "hr")).QuerySelector("main")!.TextContent.ShouldContain("Your colleague can take it down.");
        var id = await portal.CelebratedAsync("hr", "coach", "Quietly");
        (await portal.LettersAsync(id)).ShouldBe(0);
        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Shown);
    }

    [Fact]
    public async Task Post_NoAddressOfTheColleague_IsOnTheWallWithoutALetter()
    {
        await portal.SetRulesAsync("{}");
        await portal.ChangePersonAsync("gareth.pugh", person => (person.Email, person.NormalizedEmail) = (null, null));
        var id = await portal.CelebratedAsync("hr", "gareth.pugh", "Without an address");
        (await portal.LettersAsync(id)).ShouldBe(0);
    }
}

[Requirement("REC-01")]
public class CelebratingLimitTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_OverTheDaysLimit_IsRefusedUntilMidnightInTheCouncilsTime()
    {
        await portal.SetRulesAsync("""{"CelebrationsPerDay":2}""");
        // Summer time: the council's day ends at 23:00 UTC.
        portal.Clock.StopAt(new DateTime(2026, 6, 1, 22, 30, 0, DateTimeKind.Utc));
        using var client = await portal.SignedInAsAsync("manager");
        using var first = await portal.CelebrateAsync(client, "employee", "One");
        using var sameAgain = await portal.CelebrateAsync(client, "employee", "One");
        using var second = await portal.CelebrateAsync(client, "hr", "Two");
        using var third = await portal.CelebrateAsync(client, "coach", "Three");
        using var others = await portal.SignedInAsAsync("hr");
        using var ofOthers = await portal.CelebrateAsync(others, "coach", "Of others");
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        using var tomorrow = await portal.CelebrateAsync(client, "coach", "Three");

        foreach (var taken in (HttpResponseMessage[])[first, sameAgain, second, ofOthers, tomorrow])
        {
            taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        third.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await third.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Try again tomorrow");
        page.QuerySelector("input[name=Learning]")!.GetAttribute("value").ShouldBe("Three");
    }

    [Fact]
    public async Task Post_DifferentWordsAtOnce_KeepsTheLimit()
    {
        await portal.SetRulesAsync("""{"CelebrationsPerDay":2}""");
        using var client = await portal.SignedInAsAsync("editor");
        var url = await portal.CelebratingAsync("hr");
        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetPageAsync(url)));

        var answers = await Task.WhenAll(pages.Select((page, number) => client.SubmitAsync(page.Form(url), ("Learning", $"At once {number}"), ("Message", WallPages.Message))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(2);
        (await portal.ReadAsync(db => db.Celebrations.CountAsync(row => row.Learning.StartsWith("At once")))).ShouldBe(2);
    }
}
