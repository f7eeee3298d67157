using System.Net;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.People;

[Requirement("CMP-01"), Collection(ComplianceCollection.Name)]
public class EndExemptionTests(CompliancePortal portal)
{
    [Fact]
    public async Task Post_WithReason_TrainingIsNeededAgainFromToday()
    {
        var leon = await portal.PersonIdAsync("cllr.leon.marchetti");
        var exemption = new ExemptionRow
        {
            PersonId = leon,
            RuleKey = "ethics-probity",
            From = new DateOnly(2026, 6, 1),
            Reason = "Ill",
            GrantedByName = "An officer",
            GrantedUtc = DateTime.UtcNow,
        };
        await portal.WriteAsync(db => db.Add(exemption));
        var url = $"/compliance/people/{leon}/exemptions/{exemption.Id}/end";
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        (await client.GetPageAsync($"/compliance/people/{leon}")).MainText().ShouldContain("Ethics and probity Exempt");

        using var without = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", ""));
        (await without.ReadPageAsync()).Errors().ShouldContain("Enter why");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", "Back at work"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/compliance/people/{leon}");
        var row = (await portal.ExemptionsOfAsync(leon)).Single(one => one.Id == exemption.Id);
        (row.EndedOn, row.EndReason, row.LastDay).ShouldBe((CompliancePortal.Today, "Back at work", CompliancePortal.Today.AddDays(-1)));
        (await portal.AuditOfAsync(leon, nameof(ExemptionEnded))).ShouldBe(["Ended the exemption of Leon Marchetti from Ethics and probity"]);
        (await client.GetPageAsync($"/compliance/people/{leon}")).MainText().ShouldContain("Ethics and probity Overdue Was needed at induction");
        using var gone = await client.GetAsync(url);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NotAllowedOrNothing_IsRefused()
    {
        var agnes = await portal.PersonIdAsync("cllr.agnes.mcbride");
        var row = (await portal.ExemptionsOfAsync(agnes)).ShouldHaveSingleItem();
        using var member = await portal.SignedInAsAsync("councillor");
        using var own = await member.GetAsync($"/compliance/people/{agnes}/exemptions/{row.Id}/end");
        own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var nothing = await client.GetAsync($"/compliance/people/{agnes}/exemptions/nothing/end");
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
