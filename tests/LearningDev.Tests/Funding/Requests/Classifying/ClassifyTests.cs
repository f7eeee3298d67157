using System.Net;
using LearningDev.Content.Fields;
using LearningDev.Funding;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Classifying;

[Requirement("FUN-02")]
public class ClassifyTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfSomebodyElse_IsNotFound()
    {
        var theirs = await portal.BegunAsync("Sailing", "manager");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/funding/requests/{theirs}/classification");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Begun_SaysWhatEachBrings()
    {
        var page = await portal.GetDocumentAsync($"/funding/requests/{await portal.BegunAsync("Rowing")}/classification");
        var hints = page.QuerySelectorAll(".govuk-radios__hint").Select(hint => hint.TextContent.Trim()).ToList();
        hints.Count.ShouldBe(4);
        hints[0].ShouldBe("Paid time off to attend. Course, assessment and examination fees. A contribution to course materials, if it is agreed. "
            + "Study leave of half a day before each examination that is taken for the first time.");
        hints[3].ShouldContain("Paid time off to attend, if it is agreed.");
        hints[3].ShouldEndWith("Some or all of the Protected Learning Time may have to be used. What is agreed is recorded.");
    }

    [Fact]
    public async Task Get_SettingsSayOtherwise_SaysWhatTheySay()
    {
        await portal.SetFundingAsync(settings => settings.Classifications = [new ClassificationRule { Key = "mandatory", PaidTimeOff = Entitlement.Yes }]);
        var page = await portal.GetDocumentAsync($"/funding/requests/{await portal.BegunAsync("Canoeing")}/classification");
        page.QuerySelectorAll(".govuk-radios__hint").Select(hint => hint.TextContent.Trim()).ShouldBe(
            ["Paid time off to attend.", .. Enumerable.Repeat("What it brings is agreed with your manager.", 3)]);
        await portal.SetFundingAsync(_ => { });
    }

    [Fact]
    public async Task Post_Nothing_ShowsError()
    {
        var url = $"/funding/requests/{await portal.BegunAsync("Swimming")}/classification";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        (await answer.ReadPageAsync()).Errors().ShouldBe(["Select a classification"]);
    }

    [Fact]
    public async Task Post_Chosen_IsKeptAndGoesOn()
    {
        var id = await portal.BegunAsync("Diving");
        var url = $"/funding/requests/{id}/classification";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Classification", "corporate-need"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}/dates");
        (await portal.RowAsync(id)).Classification.ShouldBe("corporate-need");
    }

    [Fact]
    [Requirement("FUN-08")]
    public async Task DriverCpc_IsMandatoryAndSaidToBe()
    {
        var id = await portal.DraftAsync("Driver CPC, 35 hours", request => request.Classification.Text = "personal-or-professional");
        var url = $"/funding/requests/{id}/classification";
        (await portal.RowAsync(id)).Classification.ShouldBe("mandatory");
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync(url);
        page.QuerySelector(".govuk-inset-text")!.TextContent.Trim().ShouldBe("This training is mandatory by the council’s rules, whatever is chosen: Mandatory.");
        page.QuerySelectorAll("input[type=radio]").ShouldBeEmpty();
        using var answer = await client.SubmitAsync(page.Form(url));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"/funding/requests/{id}")).QuerySelector("main")!.TextContent.ShouldContain("This training is mandatory by the council’s rules");
    }

    [Fact]
    [Requirement("FUN-08")]
    public async Task Cpd_IsPersonalOrProfessionalAndSaidToBe()
    {
        var id = await portal.DraftAsync("Legal update", request => request.IsCpd = new BooleanField { Value = true });
        (await portal.RowAsync(id)).Classification.ShouldBe("personal-or-professional");
        (await portal.GetDocumentAsync($"/funding/requests/{id}/classification")).QuerySelector(".govuk-inset-text")!.TextContent
            .ShouldContain("Continuing professional development (CPD) counts as personal or professional development");
    }
}
