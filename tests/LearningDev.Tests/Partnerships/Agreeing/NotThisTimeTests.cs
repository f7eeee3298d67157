using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Agreeing;


[Requirement("COA-02")]
public class NotThisTimeTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.BegunAsync()}/not-this-time");

    [Fact]
    public async Task Post_WordIsTooLong_ShowsError()
    {
        var id = await portal.BegunAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/not-this-time", "Do not go on", ("Word", new string('w', 1001)));

        await answer.ShouldRefuseAsync("must be 1000 characters or less");
        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Signing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BeforeOrAfterTheFirstMeeting_EndsWithoutBlame(bool chemistry)
    {
        var id = await portal.BegunAsync(PartnershipsPages.Terms with { HasChemistryMeeting = chemistry });
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/not-this-time", "Do not go on", ("Word", "Thank you for the walk"));

        answer.ShouldLeadTo($"/partnerships/{id}");
        (await portal.PartnershipAsync(id)).End.ShouldBe(PartnershipEnd.NotSuited);
        (await portal.PartnershipAuditAsync(id)).ShouldBe([nameof(PartnershipBegan), nameof(PartnershipClosed)]);
        var told = await portal.ToldAsync("coach");
        told.ShouldContain(line => line.Contains("nobody has to say why", StringComparison.Ordinal));
        told.ShouldNotContain(line => line.Contains("Thank you for the walk", StringComparison.Ordinal));
        (await portal.GetDocumentAsync($"/partnerships/{id}", "coach")).MainText().ShouldContain("Thank you for the walk");
    }

    [Fact]
    public async Task Post_AfterItBegan_ChangesNothing()
    {
        var id = await portal.BegunAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/not-this-time")).FormWith("Do not go on");
        await portal.ReadAsync(async db =>
        {
            (await db.FindAsync<LearningDev.Partnerships.Together.PartnershipRow>(id))!.State = PartnershipState.Active;
            return await db.SaveChangesAsync();
        });
        using var answer = await client.SubmitAsync(form);

        answer.ShouldLeadTo($"/partnerships/{id}");
        (await portal.PartnershipAsync(id)).State.ShouldBe(PartnershipState.Active);
    }
}
