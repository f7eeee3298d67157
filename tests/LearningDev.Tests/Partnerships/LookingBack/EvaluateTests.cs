using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.LookingBack;

[Requirement("COA-02")]
public class EvaluateTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await EndedAsync()}/evaluate");

    [Fact]
    public async Task Get_BeforeTheEnd_LeadsBack()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/partnerships/{id}/evaluate");
        answer.ShouldLeadTo($"/partnerships/{id}");
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsErrors()
    {
        var id = await EndedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/evaluate", "Send");

        (await answer.ShouldRefuseAsync("Choose whether you have reached what you wanted")).Errors().ShouldContain("Choose whether you would recommend it");
    }

    [Fact]
    public async Task Post_Answers_AreKeptAsNumbersThatCanBeCounted()
    {
        var id = await EndedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/evaluate")).FormWith("Send");
        (string, string?)[] values = [("Outcome", "Partly"), ("Rating", "4"), ("Recommend", "yes"), ("Words", "I will take the river with me")];
        using var answer = await client.SubmitAsync(form, values);
        using var again = await client.SubmitAsync(form, values);

        answer.ShouldLeadTo($"/partnerships/{id}");
        (await portal.GetDocumentAsync($"/partnerships/{id}/evaluate", "coach")).MainText().ShouldContain("I will take the river with me");
        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipEvaluated)).ShouldBe(1);
        var figures = await portal.DoAsync(null, services => services.GetRequiredService<IPartnershipFigures>()
            .BegunAsync(PartnershipsPortal.Kind, new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 2, 0, 0, 0, DateTimeKind.Utc)));
        var counted = figures.Single(one => one.Facts.Id == id);
        counted.ThemeIds.ShouldBe(["theme-change"]);
        counted.End.ShouldBe(PartnershipEnd.Completed);
        counted.Outcomes.ShouldBe([new PartnershipOutcome(false, OutcomeReached.Partly, 4, true)]);
    }

    private async Task<string> EndedAsync()
    {
        var id = await portal.ActiveAsync();
        await portal.EndedAsync(id);
        return id;
    }
}
