using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Meetings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.LookingBack;

[Requirement("COA-02")]
public class CloseTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/close");

    [Fact]
    public async Task Get_ByTheGuide_OffersNoChangeOfPartner()
    {
        var id = await portal.ActiveAsync();
        (await portal.GetDocumentAsync($"/partnerships/{id}/close", "coach")).QuerySelectorAll("input[name=How]").Length.ShouldBe(2);
        (await portal.GetDocumentAsync($"/partnerships/{id}/close")).QuerySelectorAll("input[name=How]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsError()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/close", "End it");

        await answer.ShouldRefuseAsync("Choose how it ends");
        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Active);
    }

    [Theory]
    [InlineData("Completed", PartnershipEnd.Completed, "You have done what you agreed.")]
    [InlineData("Changed", PartnershipEnd.Changed, "goes on with another guide. That happens")]
    [InlineData("EndedEarly", PartnershipEnd.EndedEarly, "nobody has to say why")]
    public async Task Post_Ends_CallsOffWhatIsPlannedAndTellsTheOther(string how, PartnershipEnd end, string told)
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var planned = await client.PressAsync($"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(PartnershipsPages.Today.AddDays(2)), ("Time", "9am")]);
        using var answer = await client.PressAsync($"/partnerships/{id}/close", "End it", ("How", how), ("Word", "Farewell and thank you"));

        answer.ShouldLeadTo($"/partnerships/{id}/evaluate");
        var row = await portal.PartnershipAsync(id);
        (row.State, row.End, row.ClosedById).ShouldBe((PartnershipState.Closed, end, await portal.PersonIdAsync("employee")));
        (await portal.ReadAsync(db => db.Set<MeetingRow>().SingleAsync(meeting => meeting.PartnershipId == id))).State.ShouldBe(MeetingState.Cancelled);
        (await portal.ToldAsync("coach")).ShouldContain(line => line.Contains(told, StringComparison.Ordinal));
        (await portal.ToldAsync("coach")).ShouldNotContain(line => line.Contains("Farewell", StringComparison.Ordinal));
        (await portal.GetDocumentAsync($"/partnerships/{id}", "coach")).MainText().ShouldContain("Farewell and thank you");
        (await portal.PartnershipAuditAsync(id)).ShouldContain(nameof(PartnershipClosed));
    }

    [Fact]
    public async Task Post_EndedByTheOtherMeanwhile_IsTold()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/close")).FormWith("End it");
        await portal.EndedAsync(id, PartnershipEnd.EndedEarly);
        using var answer = await client.SubmitAsync(form, ("How", "Completed"));

        answer.ShouldLeadTo($"/partnerships/{id}");
        (await client.GetPageAsync($"/partnerships/{id}")).Banner().ShouldBe("This has ended already");
        (await portal.PartnershipAsync(id)).End.ShouldBe(PartnershipEnd.EndedEarly);
    }
}
