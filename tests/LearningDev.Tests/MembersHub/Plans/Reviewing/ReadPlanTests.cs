using System.Net;
using LearningDev.MembersHub.Plans;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Reviewing;

[Requirement("MEM-03")]
public class ReadPlanTests(ReadPlanTests.ReadPortal portal) : IClassFixture<ReadPlanTests.ReadPortal>
{
    public sealed class ReadPortal : PlansPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.CompletePlanAsync();
        }
    }

    [Fact]
    public async Task Get_NotTheReviewer_IsForbiddenOrNotFound()
    {
        var url = await UrlAsync();
        using var employee = await portal.SignedInAsAsync("employee");
        using var forbidden = await employee.GetAsync(url);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // Another member has no more to do with it than anybody else; its own member reads it elsewhere.
        using var councillor = await portal.SignedInAsAsync("councillor");
        using var none = await councillor.GetAsync(url);
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Note_TellsTheMember()
    {
        var url = await UrlAsync();
        using var client = await portal.SignedInAsAsync("democratic-services");
        var page = await client.GetPageAsync(url);
        page.MainText().ShouldContain("Chair a committee by next year.");
        using var refused = await client.SubmitAsync(page.FormWith("Save the note"));
        (await refused.ReadPageAsync()).Errors().ShouldContain("Enter a note");
        using var saved = await client.SubmitAsync(page.FormWith("Save the note"), ("Note", "Sit in with the chair first."));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await portal.PlanAsync("councillor")).ReviewNote.ShouldBe("Sit in with the chair first.");
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == nameof(MemberPlanReviewed)))).ShouldBeTrue();
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "SensitivePageRead" && row.Summary.Contains("Personal development plan")))).ShouldBeTrue();
        (await portal.GetDocumentAsync("/members/plan", "councillor")).MainText().ShouldContain("Note of Imogen Fairweather");
    }

    private async Task<string> UrlAsync() => $"/members/plan/of/{await portal.PersonIdAsync("councillor")}";
}
