using System.Net;
using LearningDev.Funding.Requests.Rules;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Source;

[Requirement("FUN-03")]
public class ChooseSourceTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfSomebodyElse_IsNotFound()
    {
        var theirs = await portal.BegunAsync("Baking", "manager");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/funding/requests/{theirs}/funding");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Begun_OffersTheSourcesOfTheDefinition()
    {
        var page = await portal.GetDocumentAsync($"/funding/requests/{await portal.BegunAsync("Roasting")}/funding");
        page.QuerySelectorAll("input[name=FundingSource]").Select(box => box.GetAttribute("value")).ShouldBe(["corporate", "team", "levy", "self", "other"]);
        page.QuerySelector("main")!.TextContent.ShouldContain("What costs more than £500.00 takes the longer way");
    }

    [Fact]
    public async Task Post_Nothing_ShowsErrors()
    {
        var url = $"/funding/requests/{await portal.BegunAsync("Frying")}/funding";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        (await answer.ReadPageAsync()).Errors().ShouldBe(["Select who is to pay", "Say whether it is in the Annual Team Development Plan"]);
    }

    [Fact]
    public async Task Post_CorporateBudgetWithoutPlan_IsRefusedUnlessTheSettingIsOff()
    {
        var id = await portal.BegunAsync("Steaming");
        var url = $"/funding/requests/{id}/funding";
        using var client = await portal.SignedInAsAsync("employee");
        using var refused = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("FundingSource", "corporate"), ("InPlan", "No"));
        (await refused.ReadPageAsync()).QuerySelector("#FundingSource-error")!.TextContent.ShouldContain(RequestCheck.NotInPlan);

        await portal.SetFundingAsync(settings => settings.CorporateBudgetNeedsPlan = false);
        using var allowed = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("FundingSource", "corporate"), ("InPlan", "No"));
        allowed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.SetFundingAsync(_ => { });
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector("main")!.TextContent.ShouldContain(RequestCheck.NotInPlan);
    }

    [Fact]
    public async Task Post_Chosen_IsKeptAndEndsAtTheAnswers()
    {
        var id = await portal.DraftAsync("Grilling", request => request.CostLines = [RequestPages.Cost(500.01m)]);
        var url = $"/funding/requests/{id}/funding";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("FundingSource", "team"), ("InPlan", "No"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}");
        var answers = await portal.AnswersAsync(id);
        (answers.FundingSource.Text, answers.InPlan?.Value, answers.AboveLimit?.Value).ShouldBe(("team", false, true));
    }
}
