using System.Net;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Recognition.Reporting;

[Requirement("REC-01")]
public class ReportTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_UnknownOrTakenDown_IsNotFound()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Down already");
        await portal.WriteAsync(db => db.Celebrations.Single(row => row.Id == id).State = CelebrationState.TakenDown);
        using var client = await portal.SignedInAsAsync("coach");
        foreach (var url in (string[])[$"/recognition/{id}/report", "/recognition/nothing/report"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Post_NoReasonOrTooLong_ShowsErrorAndKeepsIt()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Reported badly");
        using var client = await portal.SignedInAsAsync("coach");

        using var empty = await client.ReportAsync(id, "  ");
        using var tooLong = await client.ReportAsync(id, new string('r', 301));

        (await empty.ReadPageAsync()).QuerySelector("#Reason-error")!.TextContent.ShouldContain("Enter what is wrong with it");
        var page = await tooLong.ReadPageAsync();
        page.QuerySelector("#Reason-error")!.TextContent.ShouldContain("What is wrong with it must be 300 characters or less");
        page.QuerySelector("textarea")!.TextContent.Trim().Length.ShouldBe(301);
        page.QuerySelector("main")!.TextContent.ShouldContain("Reported badly");
        (await portal.ReadAsync(db => db.CelebrationReports.AnyAsync(row => row.CelebrationId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_Reason_IsReadByModeratorsOnceAndStaysOnTheWall()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Reported once");
        using var client = await portal.SignedInAsAsync("coach");

        using var answer = await client.ReportAsync(id, "It names a resident of Elm Street.");

        answer.Headers.Location!.OriginalString.ShouldBe("/recognition");
        (await client.GetPageAsync("/recognition")).Banner().ShouldBe("Thank you. The moderators will read it");
        using var again = await client.ReportAsync(id, "Once more");
        (await client.GetPageAsync("/recognition")).Banner().ShouldStartWith("You have reported this celebration already");
        (await portal.AuditOfAsync(id)).ShouldBe([nameof(LearningCelebrated), nameof(CelebrationReported)]);
        (await portal.AuditHoldsAsync("Elm Street")).ShouldBeFalse();
        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Shown);
        var read = (await portal.GetDocumentAsync("/recognition/moderation", "hr")).FormOf(id).Closest("li")!.TextContent;
        read.ShouldContain("It names a resident of Elm Street.");
        read.ShouldContain("On the wall");
        read.ShouldNotContain("Once more");
    }

    [Fact]
    public async Task Post_AsManyAsTheSettingsSay_LeavesTheWallUntilItIsRead()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Reported by two");
        using var first = await portal.SignedInAsAsync("coach");
        using var second = await portal.SignedInAsAsync("democratic-services");
        var pages = await Task.WhenAll(first.GetPageAsync($"/recognition/{id}/report"), second.GetPageAsync($"/recognition/{id}/report"));

        var answers = await Task.WhenAll(
            first.SubmitAsync(pages[0].Form($"/recognition/{id}/report"), ("Reason", "Unkind")),
            second.SubmitAsync(pages[1].Form($"/recognition/{id}/report"), ("Reason", "Unkind")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Waiting);
        (await portal.GetDocumentAsync("/recognition", "coach")).QuerySelector($"#celebration-{id}").ShouldBeNull();
        using var third = await first.GetAsync($"/recognition/{id}/report");
        third.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_ApprovedBefore_StaysOnTheWallButIsReadAgain()
    {
        var id = await portal.CelebratedAsync("manager", "employee", "Approved");
        using var coach = await portal.SignedInAsAsync("coach");
        using var councillor = await portal.SignedInAsAsync("councillor");
        using var hr = await portal.SignedInAsAsync("hr");
        using var first = await coach.ReportAsync(id, "Boring");
        using var approved = await hr.PressAsync(await hr.GetPageAsync("/recognition/moderation"), id, "Keep on the wall");
        (await hr.GetPageAsync("/recognition/moderation")).QuerySelector("main")!.TextContent.ShouldNotContain("Boring");

        using var second = await councillor.ReportAsync(id, "A better reason");

        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Shown);
        var read = (await hr.GetPageAsync("/recognition/moderation")).FormOf(id).Closest("li")!.TextContent;
        read.ShouldContain("A better reason");
        read.ShouldNotContain("Boring");
    }
}

[Requirement("REC-01")]
public class ReportRulesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_OneReportHides_LeavesTheWallAtOnce()
    {
        await portal.SetRulesAsync("""{"ReportsThatHide":1}""");
        var id = await portal.CelebratedAsync("manager", "employee", "Reported");
        using var client = await portal.SignedInAsAsync("coach");

        using var answer = await client.ReportAsync(id);

        (await portal.StateAsync(id)).ShouldBe(CelebrationState.Waiting);
        using var again = await client.GetAsync($"/recognition/{id}/report");
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
