using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Agreeing;


[Requirement("COA-02")]
public class SignAsManagerTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private static PartnershipTerms Terms => PartnershipsPages.Terms with { ManagerSigns = true };

    [Fact]
    public async Task Get_ForAnybodyButTheManager_IsNotThere()
    {
        var id = await portal.BegunAsync(Terms);
        foreach (var person in new[] { "employee", "coach", "hr", "administrator", "chief-officer" })
        {
            using var client = await portal.SignedInAsAsync(person);
            using var answer = await client.GetAsync($"/partnerships/{id}/sign-as-manager");
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, person);
        }
    }

    [Fact]
    [Requirement("COA-03")]
    public async Task Get_ByTheManager_ShowsTheAgreementAndNoGoals()
    {
        var id = await portal.BegunAsync(Terms, goals: "Planted goal");
        var page = await portal.GetDocumentAsync($"/partnerships/{id}/sign-as-manager", "manager");

        page.MainText().ShouldContain("Sam Whitfield with Grace Adeyemi");
        page.MainText().ShouldContain("We meet as agreed");
        page.MainText().ShouldNotContain("Planted goal");
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.GetAsync($"/partnerships/{id}");
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_NotTicked_ShowsError()
    {
        var id = await portal.BegunAsync(Terms);
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.PressAsync($"/partnerships/{id}/sign-as-manager", "Sign the agreement");

        await answer.ShouldRefuseAsync("Tick the box to sign the agreement");
    }

    [Fact]
    public async Task Post_AfterBoth_LetsThemBeginAndIsAskedForOnce()
    {
        var id = await portal.BegunAsync(Terms);
        foreach (var person in new[] { "employee", "coach" })
        {
            using var signing = await portal.SignedInAsAsync(person);
            using var signed = await signing.PressAsync($"/partnerships/{id}/sign", "Sign the agreement", ("Agreed", "true"));
        }

        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Signing);
        (await portal.ToldAsync("manager")).ShouldContain(line => line.StartsWith("Please sign the agreement of Sam Whitfield", StringComparison.Ordinal));
        using var client = await portal.SignedInAsAsync("manager");
        (await client.GetPageAsync("/partnerships")).MainText().ShouldContain("For you to sign as line manager");
        using var answer = await client.PressAsync($"/partnerships/{id}/sign-as-manager", "Sign the agreement", ("Agreed", "true"));

        answer.ShouldLeadTo("/partnerships");
        var row = await portal.PartnershipAsync(id);
        (row.State, row.ManagerId).ShouldBe((PartnershipState.Active, await portal.PersonIdAsync("manager")));
        (await client.GetPageAsync("/partnerships")).MainText().ShouldNotContain("For you to sign as line manager");
    }
}
