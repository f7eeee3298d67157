using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Moderating;

[Requirement("REC-01")]
public class ModerationTests(PortalWithModerators portal) : IClassFixture<PortalWithModerators>
{
    private const string Url = "/recognition/moderation";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_Approve_IsOnTheWallWithALetter()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Waits and is shown");
        using var client = await portal.SignedInAsAsync("hr");
        var page = await client.GetPageAsync(Url);
        page.FormOf(id).Closest("li")!.TextContent.ShouldContain("Not on the wall");

        using var answer = await client.PressAsync(page, id, "Put on the wall");
        using var again = await client.PressAsync(page, id, "Put on the wall");

        answer.Headers.Location!.OriginalString.ShouldBe(Url);
        (await portal.AuditOfAsync(id)).ShouldBe([nameof(LearningCelebrated), nameof(CelebrationApproved)]);
        (await portal.LettersAsync(id)).ShouldBe(1);
        (await client.GetPageAsync(Url)).Banner().ShouldBe("This celebration has been dealt with already");
        (await portal.GetDocumentAsync("/recognition", "coach")).QuerySelector($"#celebration-{id}").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_TwoModeratorsApproveAtOnce_OneDecides()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Read by two");
        using var hr = await portal.SignedInAsAsync("hr");
        using var editor = await portal.SignedInAsAsync("editor");
        var (ofHr, ofEditor) = (await hr.GetPageAsync(Url), await editor.GetPageAsync(Url));

        var answers = await Task.WhenAll(hr.PressAsync(ofHr, id, "Put on the wall"), editor.PressAsync(ofEditor, id, "Put on the wall"));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        string[] banners = [(await hr.GetPageAsync(Url)).Banner(), (await editor.GetPageAsync(Url)).Banner()];
        banners.ShouldBe(["The celebration is on the wall", "This celebration has been dealt with already"], ignoreOrder: true);
        (await portal.AuditOfAsync(id)).ShouldBe([nameof(LearningCelebrated), nameof(CelebrationApproved)]);
        (await portal.LettersAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task Post_UnknownCelebration_SaysSo()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "For its form");
        using var client = await portal.SignedInAsAsync("hr");
        var form = (await client.GetPageAsync(Url)).FormOf(id);

        using var answer = await client.SubmitAsync(form, ("id", "nothing"));

        (await client.GetPageAsync(Url)).Banner().ShouldBe("This celebration has been dealt with already");
        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Waiting);
    }

    [Fact]
    public async Task Post_ApproveAboutSomebodyWhoKeepsOff_IsRefused()
    {
        var id = await portal.CelebratedAsync("manager", "coach", "Rather not");
        using var client = await portal.SignedInAsAsync("hr");
        var before = await client.GetPageAsync(Url);
        await portal.ChooseAsync("coach", "no");

        using var answer = await client.PressAsync(before, id, "Put on the wall");

        var page = await client.GetPageAsync(Url);
        page.Banner().ShouldBe("This person does not want to be on the wall. Take the celebration down");
        var item = page.QuerySelector($"a[href='{Url}/{id}']")!.Closest("li")!;
        item.TextContent.ShouldContain("Grace Adeyemi does not want to be on the wall");
        item.QuerySelector("button").ShouldBeNull();
        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Waiting);
    }

    [Fact]
    public async Task Post_ApproveAboutSomebodyWhoHasLeft_IsOnTheWallWithoutALetter()
    {
        var id = await portal.CelebratedAsync("manager", "gareth.pugh", "Leaves meanwhile");
        await portal.ChangePersonAsync("gareth.pugh", person => person.LeavesOn = new DateOnly(2020, 1, 1));
        using var client = await portal.SignedInAsAsync("hr");

        using var answer = await client.PressAsync(await client.GetPageAsync(Url), id, "Put on the wall");

        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Shown);
        (await portal.LettersAsync(id)).ShouldBe(0);
    }
}

[Requirement("REC-01")]
public class ModerationListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/recognition/moderation";

    [Fact]
    public async Task Get_NothingThenMany_SaysSoPagesAndAsksNoMoreForIt()
    {
        using var client = await portal.SignedInAsAsync("hr");
        (await client.GetPageAsync(Url)).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing to read");
        var reporter = await portal.PersonIdAsync("coach");
        var start = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
        await AddAsync(0, 1);
        var one = await portal.QueriesOfAsync(client, Url);
        await AddAsync(1, 44);

        (await portal.QueriesOfAsync(client, Url)).ShouldBe(one);
        one.ShouldBeLessThan(13);
        var page = await client.GetPageAsync(Url);
        page.Titles().ShouldBe(Enumerable.Range(0, 20).Select(number => $"Person {number:00}"));
        page.QuerySelector("main [role=status]")!.TextContent.ShouldContain("45 celebrations to read");
        page.QuerySelector("main")!.TextContent.ShouldContain("Grace Adeyemi: Reason 00");
        (await client.GetPageAsync(Url + "?p=99")).Titles().Count.ShouldBe(5);

        var last = await client.GetPageAsync(Url + "?p=3");
        var id = last.QuerySelector("main input[name=id]")!.GetAttribute("value")!;
        using var answer = await client.PressAsync(last, id, "Keep on the wall");
        answer.Headers.Location!.OriginalString.ShouldBe(Url + "?p=3");

        Task AddAsync(int from, int count) => portal.WriteAsync(db =>
        {
            foreach (var number in Enumerable.Range(from, count))
            {
                var row = WallPages.Row($"Person {number:00}", "Excel", start.AddMinutes(number));
                db.Add(row);
                db.Add(new CelebrationReport { CelebrationId = row.Id, PersonId = reporter, Reason = $"Reason {number:00}", ReportedUtc = start });
            }
        });
    }
}
