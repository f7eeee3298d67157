using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Showing;


[Requirement("COA-02")]
public class PartnershipTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    [Requirement("COA-03")]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}");

    [Fact]
    public async Task Get_ByBoth_ShowsWhereItIsInTheirWords()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { MostHours = 6 }, goals: "Chair meetings well");
        var learner = (await portal.GetDocumentAsync($"/partnerships/{id}")).MainText();
        var guide = (await portal.GetDocumentAsync($"/partnerships/{id}", "coach")).MainText();

        learner.ShouldContain("Walking together with Grace Adeyemi");
        learner.ShouldContain("You are the walker, Grace Adeyemi is the guide");
        learner.ShouldContain("Chair meetings well");
        learner.ShouldContain("0 hours of 6 hours");
        guide.ShouldContain("You are the guide, Sam Whitfield is the walker");
        guide.ShouldContain("Plan a walk");
    }

    [Fact]
    public async Task PostYes_ByBoth_LeadsToTheAgreement()
    {
        var id = await portal.BegunAsync(PartnershipsPages.Terms with { HasChemistryMeeting = true });
        const string button = "We have met, and I want to go on";
        using var learner = await portal.SignedInAsAsync("employee");
        using var first = await learner.PressAsync($"/partnerships/{id}", button);
        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Chemistry);
        (await learner.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("You want to go on. Grace Adeyemi has not said so yet");
        using var guide = await portal.SignedInAsAsync("coach");
        using var second = await guide.PressAsync($"/partnerships/{id}", button);

        second.ShouldLeadTo($"/partnerships/{id}");
        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Signing);
        (await portal.PartnershipAuditAsync(id)).ShouldBe([nameof(PartnershipBegan), nameof(PartnershipWanted), nameof(PartnershipWanted)]);
        (await learner.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Read and sign the agreement");
    }

    [Theory]
    [InlineData("It is going well", "GoingWell", "")]
    [InlineData("We need some time", "NeedsTime", "")]
    [InlineData("It is time to end", "TimeToEnd", "/close")]
    public async Task PostHowItGoes_WhenAsked_IsKeptAndTheOtherIsNotTold(string button, string answer, string next)
    {
        var id = await portal.ActiveAsync();
        await portal.ReadAsync(async db =>
        {
            (await db.FindAsync<PartnershipRow>(id))!.AskHowItGoes(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        using var client = await portal.SignedInAsAsync("employee");
        using var sent = await client.PressAsync($"/partnerships/{id}", button);

        sent.ShouldLeadTo($"/partnerships/{id}{next}");
        var row = await portal.PartnershipAsync(id);
        (row.LearnerQuietAnswer.ToString(), row.GuideQuietAnswer, row.State).ShouldBe((answer, null, PartnershipState.Active));
        (await portal.GetDocumentAsync($"/partnerships/{id}", "coach")).MainText().ShouldContain("How is it going?");
    }

    [Fact]
    public async Task Get_PartnerHasLeft_SaysSoAndWhatComesNext()
    {
        var id = await portal.ActiveAsync(guide: "leila.haddad");
        await portal.SetPersonAsync("leila.haddad", person => person.LeavesOn = PartnershipsPages.Today.AddDays(-1));
        await portal.EndedAsync(id, PartnershipEnd.PersonLeft);
        var page = await portal.GetDocumentAsync($"/partnerships/{id}");

        page.MainText().ShouldContain("Leila Haddad (has left)");
        page.MainText().ShouldContain("Ask for another guide");
        await portal.SetPersonAsync("leila.haddad", person => person.LeavesOn = null);
    }
}
