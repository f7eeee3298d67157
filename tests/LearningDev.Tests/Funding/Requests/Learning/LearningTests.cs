using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Learning;

[Requirement("FUN-01")]
public class LearningTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfSomebodyElseOrNone_IsNotFound()
    {
        var theirs = await portal.BegunAsync("Glass blowing", "manager");
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var id in (string[])[theirs, "none"])
        {
            using var answer = await client.GetAsync($"/funding/requests/{id}/learning");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Get_Sent_LeadsToWhatWasSent()
    {
        var id = await portal.SentAsync("Leather work");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/funding/requests/{id}/learning");
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}");
    }

    [Fact]
    public async Task Post_NothingAnswered_ShowsErrors()
    {
        var url = $"/funding/requests/{await portal.BegunAsync("Weaving")}/learning";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("LearningTitle", ""), ("Link", "example"));
        (await answer.ReadPageAsync()).Errors().ShouldBe(
        [
            "Enter what it is called", "Enter a full web address, like https://www.example.org/course", "Say whether it leads to a qualification",
            "Say whether it is continuing professional development",
        ]);
    }

    [Fact]
    public async Task Post_QualificationWithoutLevel_ShowsError()
    {
        var url = $"/funding/requests/{await portal.BegunAsync("Carving")}/learning";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("IsQualification", "Yes"), ("IsCpd", "No"));
        (await answer.ReadPageAsync()).Errors().ShouldBe(["Select the level of the qualification"]);
    }

    [Fact]
    public async Task Post_Complete_IsKeptAndGoesOn()
    {
        var id = await portal.BegunAsync("Pottery");
        var url = $"/funding/requests/{id}/learning";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), ("LearningTitle", "Pottery for planners"), ("Provider", "The kiln"), ("Link", "https://kiln.example/pots"), ("IsQualification", "Yes"),
            ("QualificationLevel", "3"), ("IsCpd", "Yes"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}/why");
        (await portal.RowAsync(id)).Title.ShouldBe("Pottery for planners");
        var answers = await portal.AnswersAsync(id);
        (answers.Provider.Text, answers.Link.Url, answers.QualificationLevel.Text, answers.Classification.Text).ShouldBe(("The kiln", "https://kiln.example/pots", "3", "personal-or-professional"));
        var page = await client.GetPageAsync(url);
        page.QuerySelector("input[name=IsQualification][value=Yes]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Post_FromTheAnswers_GoesBackThere()
    {
        var id = await portal.DraftAsync("Tiling");
        var url = $"/funding/requests/{id}/learning?from=check";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form($"/funding/requests/{id}/learning"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{id}");
    }
}
