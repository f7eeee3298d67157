using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Moderating;

[Requirement("REC-01")]
public class RefuseTests(PortalWithModerators portal) : IClassFixture<PortalWithModerators>
{
    private const string List = "/recognition/moderation";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Not for employees");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"{List}/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownOrReadAlready_IsNotFound()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Read already");
        using var client = await portal.SignedInAsAsync("hr");
        using var approved = await client.PressAsync(await client.GetPageAsync(List), id, "Put on the wall");
        foreach (var url in (string[])[$"{List}/{id}", $"{List}/nothing"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    [Fact]
    public async Task Post_NoReasonOrTooLong_ShowsErrorAndKeepsIt()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Needs a reason");
        using var client = await portal.SignedInAsAsync("hr");
        var url = $"{List}/{id}";
        var page = await client.GetPageAsync(url);
        page.QuerySelector("main")!.TextContent.ShouldContain("Sam Whitfield: Needs a reason");

        using var none = await client.SubmitAsync(page.Form(url), ("Reason", " "));
        using var tooLong = await client.SubmitAsync(page.Form(url), ("Reason", new string('r', 301)));

        (await none.ReadPageAsync()).QuerySelector("#Reason-error")!.TextContent.ShouldContain("Enter why you take it down");
        page = await tooLong.ReadPageAsync();
        page.QuerySelector("#Reason-error")!.TextContent.ShouldContain("Why you take it down must be 300 characters or less");
        page.QuerySelector("textarea")!.TextContent.Trim().Length.ShouldBe(301);
        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Waiting);
    }

    [Fact]
    public async Task Post_Reason_IsTakenDownOnceAndNobodyGetsALetter()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Is refused");
        using var client = await portal.SignedInAsAsync("editor");
        var url = $"{List}/{id}";
        var page = await client.GetPageAsync(url);

        using var answer = await client.SubmitAsync(page.Form(url), ("Reason", "Not about learning"));

        answer.Headers.Location!.OriginalString.ShouldBe(List);
        (await client.GetPageAsync(List)).Banner().ShouldBe("The celebration is taken down");
        var row = await portal.CelebrationAsync("Is refused");
        (row.State, row.Reason).ShouldBe((CelebrationState.TakenDown, "Not about learning"));
        (await portal.AuditHoldsAsync("Not about learning")).ShouldBeTrue();
        (await portal.AuditHoldsAsync("Is refused")).ShouldBeFalse();
        (await portal.LettersAsync(id)).ShouldBe(0);
        foreach (var reason in (string[])["Not about learning", ""])
        {
            using var late = await client.SubmitAsync(page.Form(url), ("Reason", reason));
            (await client.GetPageAsync(List)).Banner().ShouldBe("This celebration has been dealt with already");
        }

        (await portal.AuditOfAsync(id)).ShouldBe([nameof(LearningCelebrated), nameof(CelebrationTakenDown)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_TwoModeratorsAtOnce_OneDecides(bool otherApproves)
    {
        var id = await portal.CelebratedAsync("manager", "employee", $"At once {otherApproves}");
        using var hr = await portal.SignedInAsAsync("hr");
        using var editor = await portal.SignedInAsAsync("editor");
        var url = $"{List}/{id}";
        var (ofHr, ofEditor) = (await hr.GetPageAsync(url), await editor.GetPageAsync(otherApproves ? List : url));

        var answers = await Task.WhenAll(
            hr.SubmitAsync(ofHr.Form(url), ("Reason", "A")),
            otherApproves ? editor.PressAsync(ofEditor, id, "Put on the wall") : editor.SubmitAsync(ofEditor.Form(url), ("Reason", "B")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        string[] banners = [(await hr.GetPageAsync(List)).Banner(), (await editor.GetPageAsync(List)).Banner()];
        banners.Count(banner => banner == "This celebration has been dealt with already").ShouldBe(1);
        (await portal.AuditOfAsync(id)).Count.ShouldBe(2);
        (await portal.LettersAsync(id)).ShouldBe(await portal.StateAsync(id) == CelebrationState.Shown ? 1 : 0);
    }
}
