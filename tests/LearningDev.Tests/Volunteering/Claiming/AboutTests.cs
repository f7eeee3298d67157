using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claiming;

[Requirement("VOL-02")]
public class AboutTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private const string New = "/volunteering/claims/new/about";

    [Fact]
    public async Task Get_New_ShowsWhatIsLeft() => (await portal.GetDocumentAsync(New)).MainText().ShouldContain("Left to claim 14.8 hours");

    [Fact]
    public async Task Get_NewForPartTime_ShowsTheShare()
    {
        await portal.ChangePersonAsync("coach", person => person.FullTimeFraction = 0.6m);
        (await portal.GetDocumentAsync(New, "coach")).MainText().ShouldContain("Left to claim 9 hours");
    }

    [Fact]
    public async Task Post_NothingFilledIn_ShowsErrorsAndBeginsNothing()
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(New)).Form(New), ("VolunteeringClaim.Organisation", ""), ("VolunteeringClaim.Activity", ""));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.QuerySelectorAll(".govuk-error-summary a").Length.ShouldBe(2);
        (await portal.GetDocumentAsync("/volunteering/mine", "hr")).MainText().ShouldContain("You have not claimed anything yet");
    }

    [Fact]
    public async Task Post_FilledIn_BeginsADraftThatOnlyItsPersonSees()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Riverside Food Bank");

        var claim = await portal.ClaimAsync(id);
        (claim.State, claim.Organisation, claim.PersonName).ShouldBe((ClaimState.Draft, "Riverside Food Bank", "Sam Whitfield"));
        (await portal.AuditAsync(id)).ShouldBe([nameof(VolunteeringClaimBegun)]);
        foreach (var other in (string[])["manager", "hr", "editor"])
        {
            using var stranger = await portal.SignedInAsAsync(other);
            foreach (var url in (string[])[$"/volunteering/claims/{id}", $"/volunteering/claims/{id}/about", $"/volunteering/claims/{id}/check", $"/content/{id}"])
            {
                using var answer = await stranger.GetAsync(url);
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
            }
        }
    }

    [Fact]
    public async Task Post_Changed_KeepsTheRestOfTheClaim()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("Old name", VolunteeringPages.Today.AddDays(-20), "2", "2");
        using var answer = await client.StepAsync(id, "about", ("VolunteeringClaim.Organisation", "New name"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/check");
        var main = (await client.GetPageAsync($"/volunteering/claims/{id}/check")).MainText();
        main.ShouldContain("New name");
        main.ShouldContain("Working in a team");
        (await portal.ClaimAsync(id)).Organisation.ShouldBe("New name");
    }

    [Fact]
    public async Task Get_NoSuchClaim_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var step in (string[])["about", "time", "learning", "leave", "check", "delete"])
        {
            using var answer = await client.GetAsync($"/volunteering/claims/nothing/{step}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
