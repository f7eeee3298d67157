using System.Net;
using LearningDev.Coaching.Coaches;
using LearningDev.Content.Items;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Profiles;

[Requirement("COA-01")]
public class ProfileTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task Get_NoProfileYet_LeadsToTheForm()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.GetAsync("/coaching/profile");
        answer.Headers.Location!.OriginalString.ShouldBe("/coaching/profile/about");
    }

    [Fact]
    public async Task Post_SendIncomplete_SaysWhatIsMissing()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        await SaveAsync(client, "about", ("CoachProfile.Introduction", "I ask."), ("CoachProfile.Experience", "Some."));
        using var answer = await SendAsync(client);
        var page = await answer.ReadPageAsync();
        page.ErrorText().ShouldContain("something is missing");
        page.MainText().ShouldContain("Select at least one pool");
    }

    [Fact]
    public async Task Post_SendComplete_IsApprovedByHrAndThenFound()
    {
        using var client = await portal.SignedInAsAsync("manager");
        await WriteAsync(client);
        using var answer = await SendAsync(client);
        answer.Headers.Location!.OriginalString.ShouldBe("/coaching/profile");
        var id = (await portal.ReadAsync(db => db.Coaches.SingleAsync(row => row.PersonName == "Priya Raman"))).Id;
        var coach = await portal.CoachAsync(id);
        (coach.State, coach.IsAsked, coach.Qualification).ShouldBe((CoachState.Sent, true, ""));
        (await portal.GetDocumentAsync("/coaching/pools/managers?theme=theme-time")).MainText().ShouldNotContain("Priya Raman");
        var task = (await portal.OpenTasksAsync(coach.CaseId!)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldContain("hr");
        (await portal.GetDocumentAsync($"/tasks/{task.Id}", "hr")).MainText().ShouldContain("Certificate in Coaching");

        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);

        coach = await portal.CoachAsync(id);
        (coach.State, coach.IsAsked, coach.Qualification, coach.AwardingBody, coach.Capacity).ShouldBe((CoachState.Approved, false, "Certificate in Coaching", "ILM", 2));
        (await portal.AuditOfAsync(id, "Coach")).ShouldContain(nameof(CoachApproved));
        (await portal.GetDocumentAsync("/coaching/pools/managers?theme=theme-time")).MainText().ShouldContain("Priya Raman");
    }

    [Fact]
    public async Task Post_SentBack_IsChangedAndSentAgain()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await WriteAsync(client);
        using var sent = await SendAsync(client);
        var coach = await portal.ReadAsync(db => db.Coaches.AsNoTracking().SingleAsync(row => row.PersonName == "Sam Whitfield"));
        // While HR looks at it nothing changes.
        using var locked = await client.GetAsync("/coaching/profile/about");
        locked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await DecideAsync(coach.CaseId!, "Send back", "Say more about your experience.");

        var page = await client.GetPageAsync("/coaching/profile");
        page.MainText().ShouldContain("HR has sent it back to you");
        await SaveAsync(client, "about", ("CoachProfile.Introduction", "I ask, and wait."), ("CoachProfile.Experience", "Much more."));
        using var again = await client.SubmitAsync((await client.GetPageAsync("/coaching/profile")).FormWith("Send again"));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await DecideAsync(coach.CaseId!, "Refuse", "You need a qualification first.");

        (await portal.CoachAsync(coach.Id)).State.ShouldBe(CoachState.Refused);
        (await portal.AuditOfAsync(coach.Id, "Coach")).ShouldContain(nameof(CoachNotApproved));
    }

    [Fact]
    public async Task Post_QualificationOfAnApprovedCoach_WaitsForHrAndIsPutBackWhenRefused()
    {
        using var client = await portal.SignedInAsAsync("coach");
        await SaveAsync(client, "qualification", ("CoachProfile.Qualification", "Master of Coaching"), ("CoachProfile.AwardingBody", "A university"));
        var coach = await portal.CoachAsync(CoachingPages.Grace);
        (coach.State, coach.IsAsked, coach.AwardingBody).ShouldBe((CoachState.Approved, true, "ILM"));
        (await portal.GetDocumentAsync("/coaching/coaches/coach-grace-adeyemi")).MainText().ShouldContain("ILM level 7");
        using var locked = await client.GetAsync("/coaching/profile/qualification");
        locked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // The rest can be changed meanwhile.
        await SaveAsync(client, "practice", ("CoachProfile.Capacity", "5"));
        (await portal.CoachAsync(CoachingPages.Grace)).Capacity.ShouldBe(5);

        await DecideAsync(coach.CaseId!, "Refuse", "The certificate is missing.");

        coach = await portal.CoachAsync(CoachingPages.Grace);
        (coach.State, coach.IsAsked, coach.AwardingBody).ShouldBe((CoachState.Approved, false, "ILM"));
        (await ProfileAsync(CoachingPages.Grace)).AwardingBody.Text.ShouldBe("ILM");

        await SaveAsync(client, "qualification", ("CoachProfile.Qualification", "Master of Coaching"), ("CoachProfile.AwardingBody", "A university"));
        await DecideAsync((await portal.CoachAsync(CoachingPages.Grace)).CaseId!, "Approve", "");
        (await portal.CoachAsync(CoachingPages.Grace)).AwardingBody.ShouldBe("A university");
    }

    [Fact]
    public async Task Post_Pause_TakesTheCoachOutOfViewAndBack()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("coach");
        using var paused = await client.SubmitAsync((await client.GetPageAsync("/coaching/profile")).FormWith("Not taking anybody on just now"));
        paused.Headers.Location!.OriginalString.ShouldBe("/coaching/profile");
        (await other.GetDocumentAsync("/coaching/pools/managers")).Titles().ShouldNotContain("Grace Adeyemi");
        (await other.AuditOfAsync(CoachingPages.Grace, "Coach")).ShouldContain(nameof(CoachPaused));
        using var back = await client.SubmitAsync((await client.GetPageAsync("/coaching/profile")).FormWith("Take people on again"));
        (await other.GetDocumentAsync("/coaching/pools/managers")).Titles().ShouldContain("Grace Adeyemi");
    }

    private async Task DecideAsync(string caseId, string button, string why) =>
        (await portal.DecideAsync("hr", (await portal.OpenTasksAsync(caseId)).ShouldHaveSingleItem().Id, button, why)).ShouldBe(DecisionOutcome.Taken);

    private async Task<CoachProfile> ProfileAsync(string id)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest))!.As<CoachProfile>();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client) => await client.SubmitAsync((await client.GetPageAsync("/coaching/profile")).FormWith("Send to HR"));

    private static async Task WriteAsync(HttpClient client)
    {
        await SaveAsync(client, "about", ("CoachProfile.Introduction", "I ask."), ("CoachProfile.Experience", "Ten years."));
        await SaveAsync(client, "qualification", ("CoachProfile.Qualification", "Certificate in Coaching"), ("CoachProfile.QualificationLevel", "5"), ("CoachProfile.AwardingBody", "ILM"));
        await SaveAsync(client, "offer", ("Pools", CoachingPages.Managers), ("CoachingMatch.Themes", "theme-time"), ("CoachingMatch.Days", "monday"));
        await SaveAsync(client, "practice", [("CoachProfile.Capacity", "2"), .. CoachingPages.Date("CoachProfile.LastSupervisionOn", Today.AddDays(-10))]);
    }

    private static async Task SaveAsync(HttpClient client, string section, params (string, string?)[] values)
    {
        var url = $"/coaching/profile/{section}";
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), values);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, answer.StatusCode == HttpStatusCode.OK ? (await answer.ReadPageAsync()).ErrorText() : url);
    }
}
