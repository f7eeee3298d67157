using System.Net;
using LearningDev.MembersHub.Plans;
using LearningDev.MembersHub.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Checking;

[Requirement("MEM-05")]
public class CheckTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Fact]
    public async Task Get_SomebodyElses_IsNotFoundOrForbidden()
    {
        var id = await portal.DraftAsync("Mine");
        foreach (var (who, expected) in ((string, HttpStatusCode)[])[("employee", HttpStatusCode.Forbidden), ("democratic-services", HttpStatusCode.NotFound)])
        {
            using var client = await portal.SignedInAsAsync(who);
            foreach (var step in (string[])["", "/training", "/costs", "/relevance", "/end"])
            {
                using var answer = await client.GetAsync($"/members/requests/{id}{step}");
                answer.StatusCode.ShouldBe(expected);
            }
        }
    }

    [Fact]
    [Requirement("MEM-03")]
    public async Task Get_PlanIsNotComplete_SaysSoWithALink()
    {
        var ruth = await portal.PersonIdAsync("councillor");
        await portal.ReadAsync(db => db.MemberPlans.Where(row => row.PersonId == ruth).ExecuteUpdateAsync(set => set.SetProperty(row => row.CompletedOn, (DateOnly?)null)));
        var id = await portal.DraftAsync("Without a plan");
        var page = await portal.GetDocumentAsync($"/members/requests/{id}", "councillor");
        page.QuerySelectorAll("a[href='/members/plan']").ShouldContain(link => link.TextContent.Contains("Complete your personal development plan"));
        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.Incomplete);
        // The corporate budget asks for no plan.
        (await portal.SendAsync(await portal.DraftAsync("Corporate", request => request.Funding.Text = FundingWays.Corporate))).ShouldBe(SendingOutcome.Sent);
        await portal.ReadAsync(db => db.MemberPlans.Where(row => row.PersonId == ruth).ExecuteUpdateAsync(set => set.SetProperty(row => row.CompletedOn, new DateOnly(2026, 11, 1))));
    }

    [Fact]
    public async Task Get_FreeAndIncomplete_SaysWhatIsMissing()
    {
        var id = await portal.DraftAsync("Free", request =>
        {
            (request.Provider.Text, request.Role.Text, request.Meets.Text, request.CostLines) = (null, null, null, []);
            request.StartsOn.Value = null;
        });
        var text = (await portal.GetDocumentAsync($"/members/requests/{id}", "councillor")).MainText();
        text.ShouldContain("If it is free, you need no request: you can just go");
        text.ShouldContain("Say who provides it");
        text.ShouldContain("Choose for which of your roles it is");
    }

    [Fact]
    public async Task Get_OverTheBudget_SaysWhatItDoesAndAsksWhy()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.DraftAsync("Dear", request =>
        {
            request.CostLines[0].Pence = 62_550;
            request.OverReason.Text = null;
        });
        var text = (await portal.GetDocumentAsync($"/members/requests/{id}", "councillor")).MainText();
        text.ShouldContain("Left in the budget of 2026 to 2027: £500.00");
        text.ShouldContain("This is £125.50 over the budget, so it needs one more approval");
        text.ShouldContain("Say why it should be agreed although it is over your budget");
    }

    [Fact]
    public async Task Post_Complete_SendsItOnce()
    {
        var id = await portal.DraftAsync("Send me");
        using var client = await portal.SignedInAsAsync("councillor");
        var form = (await client.GetPageAsync($"/members/requests/{id}")).FormWith("Send the request");
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.SubmitAsync(form);
            answer.Headers.Location!.OriginalString.ShouldBe($"/members/requests/{id}");
        }

        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Sent);
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Event == nameof(MemberTrainingRequestSent) && row.SubjectId == id))).ShouldBe(1);
        (await client.GetPageAsync($"/members/requests/{id}")).MainText().ShouldContain("Waiting for signatures Who has it, and withdraw it");
        using var late = await client.GetAsync($"/members/requests/{id}/costs");
        late.Headers.Location!.OriginalString.ShouldBe($"/members/requests/{id}");
    }
}
