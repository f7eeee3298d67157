using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.LookingBack;


[Requirement("COA-02")]
public class ReviewTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await AskedAsync()}/review");

    [Fact]
    public async Task Get_NotAsked_LeadsBack()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/partnerships/{id}/review");
        answer.ShouldLeadTo($"/partnerships/{id}");
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsErrors()
    {
        var id = await AskedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/review", "Send");

        await answer.ShouldRefuseAsync("Choose a number from 1 to 5");
        (await portal.ReadAsync(db => db.PartnershipReviews.AnyAsync(row => row.PartnershipId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_Answers_AreKeptOnceAsNumbersAndReadByTheOther()
    {
        var id = await AskedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/review")).FormWith("Send");
        (string, string?)[] values = [("Helped", "5"), ("Progress", "3"), ("Openness", "4"), ("Words", "More walks by the river")];
        using var answer = await client.SubmitAsync(form, values);
        using var again = await client.SubmitAsync(form, values);

        answer.ShouldLeadTo($"/partnerships/{id}");
        again.ShouldLeadTo($"/partnerships/{id}");
        var row = await portal.ReadAsync(db => db.PartnershipReviews.SingleAsync(row => row.PartnershipId == id));
        (row.IsGuide, row.Helped, row.Progress, row.Openness).ShouldBe((false, 5, 3, 4));
        (await portal.GetDocumentAsync($"/partnerships/{id}/review", "coach")).MainText().ShouldContain("More walks by the river");
        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipReviewed)).ShouldBe(1);
    }

    private async Task<string> AskedAsync()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { ReviewAfterMeetings = 1 });
        using var client = await portal.SignedInAsAsync("employee");
        using var held = await client.RecordAsync(id, PartnershipsPages.Today, "30");
        return id;
    }
}
