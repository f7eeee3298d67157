using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Sharing;

[Requirement("MEN-02")]
public class ShareTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await HeldAsync()}/share");

    [Theory]
    [InlineData("91", "", "Minutes must be 90 or less")]
    [InlineData("all", "", "Minutes must be a whole number")]
    [InlineData("0", "", "Share minutes, a reflection or both")]
    public async Task Post_AgainstTheRules_ShowsErrorAndSharesNothing(string minutes, string reflection, string message)
    {
        var id = await HeldAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync($"/partnerships/{id}/share", "Share with my record", ("Minutes", minutes), ("Reflection", reflection));

        await answer.ShouldRefuseAsync(message);
        (await portal.ReadAsync(db => db.PartnershipSharedLearning.AnyAsync(row => row.PartnershipId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ByBothOfThem_SharesEachTheirOwnAndTellsTheRecord()
    {
        var id = await HeldAsync();
        foreach (var person in new[] { "employee", "coach" })
        {
            using var client = await portal.SignedInAsAsync(person);
            var form = (await client.GetPageAsync($"/partnerships/{id}/share")).FormWith("Share with my record");
            (string, string?)[] values = [("Minutes", "60"), ("Reflection", $"A reflection of {person}")];
            using var answer = await client.SubmitAsync(form, values);
            using var twice = await client.SubmitAsync(form, values);
            answer.ShouldLeadTo($"/partnerships/{id}/share");
            var page = (await client.GetPageAsync($"/partnerships/{id}/share")).MainText();
            page.ShouldContain($"A reflection of {person}");
            page.ShouldContain("You have not shared 30 minutes");
        }

        (await portal.GetDocumentAsync($"/partnerships/{id}/share", "coach")).MainText().ShouldNotContain("A reflection of employee");
        var rows = await portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.Event == nameof(PartnershipLearningRecorded)).ToListAsync());
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => row.Data.Contains("\"Minutes\":60") && !row.Data.Contains("reflection of"));
        (await portal.ReadAsync(db => db.PartnershipSharedLearning.Where(row => row.PartnershipId == id).OrderBy(row => row.IsGuide).Select(row => row.IsGuide).ToListAsync())).ShouldBe([false, true]);
    }

    [Fact]
    public async Task PostTakeBack_Shared_IsOutOfTheRecordAndCanBeSharedAnew()
    {
        var id = await HeldAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var shared = await client.PressAsync($"/partnerships/{id}/share", "Share with my record", ("Minutes", "90"), ("Reflection", "Too much"));
        var page = await client.GetPageAsync($"/partnerships/{id}/share");
        using var answer = await client.SubmitAsync(page.Forms.Single(form => form.Action.Contains("TakeBack", StringComparison.Ordinal)));

        answer.ShouldLeadTo($"/partnerships/{id}/share");
        var row = await portal.ReadAsync(db => db.PartnershipSharedLearning.SingleAsync(row => row.PartnershipId == id));
        (row.TakenBackUtc is not null, row.ReflectionId).ShouldBe((true, null));
        (await client.GetPageAsync($"/partnerships/{id}/share")).MainText().ShouldContain("You have not shared 1 hour 30 minutes");
        (await portal.PartnershipAuditAsync(id)).ShouldContain(nameof(PartnershipLearningTakenBack));
    }

    private async Task<string> HeldAsync()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("coach");
        using var held = await client.RecordAsync(id, PartnershipsPages.Today, "90");
        return id;
    }
}
