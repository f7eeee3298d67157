using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Wall;

[Requirement("REC-01")]
public class WallTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/recognition";

    [Fact]
    public async Task Get_Celebration_ShowsWhoWhatWhyAndFromWhom()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Shown to all");
        var item = (await portal.GetDocumentAsync(Url, "coach")).QuerySelector($"#celebration-{id}")!;
        item.QuerySelector(".app-results__title")!.TextContent.ShouldBe("Sam Whitfield");
        item.QuerySelector("strong")!.TextContent.ShouldBe("Shown to all");
        item.QuerySelector(".app-note")!.TextContent.ShouldBe(WallPages.Message);
        item.TextContent.ShouldContain("Performance and Insight");
        item.TextContent.ShouldContain("From Priya Raman, ");
        item.TextContent.ShouldContain("No applause yet");
        item.QuerySelector($"a[href='/recognition/{id}/report']").ShouldNotBeNull();
        item.QuerySelector($"a[href='/recognition/{id}/take-down']").ShouldBeNull();
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("manager")]
    public async Task Get_AboutOrByOneself_OffersToTakeItDown(string userName)
    {
        var id = await portal.CelebratedAsync("manager", "employee", $"Own of {userName}");
        var item = (await portal.GetDocumentAsync(Url, userName)).QuerySelector($"#celebration-{id}")!;
        item.QuerySelector($"a[href='/recognition/{id}/take-down']").ShouldNotBeNull();
        item.QuerySelector($"a[href='/recognition/{id}/report']").ShouldBeNull();
    }

    [Fact]
    public async Task Post_ApplaudAndTakeBackTwiceEach_CountsOnce()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Applauded");
        using var client = await portal.SignedInAsAsync("coach");
        var before = await client.GetPageAsync(Url);

        using var answer = await client.PressAsync(before, id, "Applaud");
        using var again = await client.PressAsync(before, id, "Applaud");

        answer.Headers.Location!.OriginalString.ShouldBe($"{Url}#celebration-{id}");
        again.Headers.Location!.OriginalString.ShouldBe($"{Url}#celebration-{id}");
        var page = await client.GetPageAsync(Url);
        page.QuerySelector($"#celebration-{id}")!.TextContent.ShouldContain("1 person applauds");
        using var back = await client.PressAsync(page, id, "Take back");
        using var backAgain = await client.PressAsync(page, id, "Take back");
        (await client.GetPageAsync(Url)).QuerySelector($"#celebration-{id}")!.TextContent.ShouldContain("No applause yet");
        (await portal.AuditOfAsync(id)).ShouldBe([nameof(LearningCelebrated), nameof(CelebrationApplauded), nameof(CelebrationApplauded)]);
    }

    [Fact]
    public async Task Post_ApplaudSeveralTimesAtOnce_CountsOnce()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Applauded at once");
        using var client = await portal.SignedInAsAsync("hr");
        var page = await client.GetPageAsync(Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PressAsync(page, id, "Applaud")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.Applause.CountAsync(row => row.CelebrationId == id))).ShouldBe(1);
        (await portal.AuditOfAsync(id)).Count(name => name == nameof(CelebrationApplauded)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_ApplaudWhatIsTakenDownOrUnknown_SaysSo()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Soon gone");
        using var client = await portal.SignedInAsAsync("democratic-services");
        var page = await client.GetPageAsync(Url);
        await portal.WriteAsync(db => db.Celebrations.Single(row => row.Id == id).State = CelebrationState.TakenDown);

        using var answer = await client.PressAsync(page, id, "Applaud");

        (await client.GetPageAsync(answer.Headers.Location!.OriginalString)).Banner().ShouldBe("This celebration is no longer on the wall");
        (await portal.ReadAsync(db => db.Applause.AnyAsync(row => row.CelebrationId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Get_BothHaveLeft_KeepsTheirNames()
    {
        var id = await portal.CelebratedAsync("chief-officer", "gareth.pugh", "Before they left");
        await portal.ChangePersonAsync("chief-officer", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        await portal.ChangePersonAsync("gareth.pugh", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        var item = (await portal.GetDocumentAsync(Url)).QuerySelector($"#celebration-{id}")!;
        item.QuerySelector(".app-results__title")!.TextContent.ShouldBe("Gareth Pugh");
        item.TextContent.ShouldContain("From Marcus Bellamy");
    }

    [Fact]
    public async Task Get_Moderator_SeesHowMuchIsToBeReadAndOthersNothingOfIt()
    {
        await portal.WriteAsync(db => db.Add(WallPages.Row("Waiting Person", "To be read", DateTime.UtcNow, CelebrationState.Waiting)));
        (await portal.GetDocumentAsync(Url, "hr")).QuerySelector("a[href='/recognition/moderation']")!.TextContent.ShouldContain("to read)");
        var page = await portal.GetDocumentAsync(Url);
        page.QuerySelector("a[href='/recognition/moderation']").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Waiting Person");
    }
}

[Requirement("REC-01")]
public class WallPagingTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/recognition";

    [Fact]
    public async Task Get_NothingThenMany_HelpsOnPagesAndAsksNoMoreForIt()
    {
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync(Url)).QuerySelector(".app-empty a[href='/recognition/new']").ShouldNotBeNull();
        var none = await portal.QueriesOfAsync(client, Url);
        var start = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
        await portal.WriteAsync(db =>
        {
            var rows = Enumerable.Range(0, 45).Select(number => WallPages.Row($"Person {number:00}", "Excel", start.AddMinutes(number))).ToList();
            db.AddRange(rows);
            db.AddRange(rows.SelectMany(row => Enumerable.Range(0, 5).Select(person => new Applause { CelebrationId = row.Id, PersonId = $"person-{person}" })));
        });

        (await portal.QueriesOfAsync(client, Url)).ShouldBe(none);
        none.ShouldBeLessThan(12);
        var page = await client.GetPageAsync(Url);
        page.Titles().ShouldBe(Enumerable.Range(25, 20).Reverse().Select(number => $"Person {number:00}"));
        page.QuerySelector(".app-quick__fact")!.TextContent.ShouldBe("5 people applaud");
        (await client.GetPageAsync(Url + "?p=3")).Titles().ShouldBe(["Person 04", "Person 03", "Person 02", "Person 01", "Person 00"]);
        foreach (var (odd, first) in ((string, string)[])[("-1", "Person 44"), ("x", "Person 44"), ("99999", "Person 04")])
        {
            (await client.GetPageAsync($"{Url}?p={odd}")).Titles()[0].ShouldBe(first);
        }

        var last = await client.GetPageAsync(Url + "?p=3");
        var id = (await portal.ReadAsync(db => db.Celebrations.Where(row => row.RecipientName == "Person 02").Select(row => row.Id).SingleAsync()));
        using var answer = await client.PressAsync(last, id, "Applaud");
        answer.Headers.Location!.OriginalString.ShouldBe($"{Url}?p=3#celebration-{id}");
    }
}
