using System.Net;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claiming;
using LearningDev.Volunteering.Claims;
using LearningDev.Workflows;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claiming;

[Requirement("VOL-02")]
public class CheckTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Get_Complete_ShowsTheBalanceBeforeAndAfter()
    {
        using var client = await portal.SignedInAsAsync("coach");
        var main = (await client.GetPageAsync($"/volunteering/claims/{await client.WrittenAsync("Complete", Today.AddDays(-1), "4", "3.5")}/check")).MainText();
        main.ShouldContain("Left before this claim 14.8 hours in 2026 to 2027");
        main.ShouldContain("Left after it 11.3 hours");
        main.ShouldContain("30 November 2026: 4 hours");
    }

    [Fact]
    public async Task Post_Incomplete_ShowsWhatIsMissingAndSendsNothing()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Incomplete");
        using var answer = await client.SendAsync(id);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.Errors().ShouldContain("The claim cannot be sent yet");
        page.QuerySelector($"a[href='/volunteering/claims/{id}/time']").ShouldNotBeNull();
        page.MainText().ShouldContain("Say which skills you used and what you took from it");
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Draft);
    }

    [Fact]
    public async Task Post_Complete_IsSentOnce()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("Sent", Today.AddDays(-2), "4", "4");
        var form = (await client.GetPageAsync($"/volunteering/claims/{id}/check")).Form($"/volunteering/claims/{id}/check");

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        again.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        (await client.GetPageAsync($"/volunteering/claims/{id}")).Banner().ShouldBe("The claim is sent");
        var claim = await portal.ClaimAsync(id);
        (claim.State, claim.LeaveYearStart, claim.LeaveMinutes).ShouldBe((ClaimState.Sent, new DateOnly(2026, 4, 1), 240));
        (await portal.AuditAsync(id)).Count(name => name == nameof(VolunteeringClaimSent)).ShouldBe(1);
        (await portal.ReadAsync(db => db.Cases.CountAsync(row => row.CorrelationId == id))).ShouldBe(1);
        claim.CaseId.ShouldBe((await portal.CaseAsync(id)).Id);
        await using var scope = portal.Scope();
        var part = (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest))!.As<VolunteeringClaim>();
        (part.BalanceBefore.Value - part.BalanceAfter.Value, part.OwnTime.Text).ShouldBe((4m, "29 November 2026: 4 hours"));
    }

    [Fact]
    public async Task Post_NoWorkflowTakesClaims_SaysSoAndKeepsTheClaim()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("Kept", Today.AddDays(-9), "1", "1");
        var form = (await client.GetPageAsync($"/volunteering/claims/{id}/check")).Form($"/volunteering/claims/{id}/check");
        await SwitchWorkflowAsync(isOn: false);
        try
        {
            using var answer = await client.SubmitAsync(form);

            (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("no workflow takes them");
            (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Draft);
        }
        finally
        {
            await SwitchWorkflowAsync(isOn: true);
        }
    }

    private async Task SwitchWorkflowAsync(bool isOn)
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync("administrator");
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().EnableAsync("volunteering-claim", isOn);
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task Send_TwoClaimsAtOnce_OnlyOneGetsWhatIsLeft()
    {
        var person = await portal.PersonIdAsync("hr");
        using var client = await portal.SignedInAsAsync("hr");
        List<string> ids = [];
        for (var number = 0; number < 4; number++)
        {
            ids.Add(await client.WrittenAsync($"At once {number}", Today.AddDays(-10 - number), "10", "10"));
        }

        var outcomes = await Task.WhenAll(ids.Select(async id =>
        {
            await using var scope = portal.Scope();
            await scope.ActAsAsync("hr");
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var drafts = scope.ServiceProvider.GetRequiredService<ClaimDrafts>();
            var review = await drafts.SendAsync((await drafts.TakeAsync(id, default))!, default);
            await transaction.CommitAsync();
            return review.Fits;
        }));

        outcomes.Count(sent => sent).ShouldBe(1);
        (await portal.ReadAsync(db => db.VolunteeringClaims.Where(row => row.PersonId == person && row.State == ClaimState.Sent).SumAsync(row => row.LeaveMinutes))).ShouldBe(600);
    }

    [Fact]
    public async Task Send_WrittenBeforeTheYearEnd_KeepsToTheYearInWhichItIsSent()
    {
        await using var other = new VolunteeringPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("Year end", Today.AddDays(-2), "4", "4");
        other.Clock.Advance(TimeSpan.FromDays(130));
        using var later = await other.SignedInAsAsync("employee");

        using var refused = await later.SendAsync(id);
        (await refused.ReadPageAsync()).MainText().ShouldContain("Date must be 1 April 2027 or later: earlier own time does not count any more");
        await other.SetRulesAsync("""{ "OwnTimeMonths": 6 }""");
        using var answer = await later.SendAsync(id);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await other.ClaimAsync(id)).LeaveYearStart.ShouldBe(new DateOnly(2027, 4, 1));
    }
}
