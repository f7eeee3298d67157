using System.Net;
using LearningDev.Compliance.Contracts;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.People;

[Requirement("CMP-01"), Collection(ComplianceCollection.Name)]
public class ExemptTests(CompliancePortal portal)
{
    [Fact]
    public async Task Post_Complete_ExemptsOnce()
    {
        var ruth = await portal.PersonIdAsync("councillor");
        var url = $"/compliance/people/{ruth}/exempt";
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        var form = await client.GetPageAsync(url);
        (string, string?)[] values =
        [
            ("Rule", "personal-safety"), .. ComplianceRecords.Date("From", CompliancePortal.Today), .. ComplianceRecords.Date("Until", new DateOnly(2027, 3, 31)), ("Reason", "On parental leave"),
        ];

        using var answer = await client.SubmitAsync(form.Form(url), values);
        answer.Headers.Location!.OriginalString.ShouldBe($"/compliance/people/{ruth}");
        using var again = await client.SubmitAsync(form.Form(url), values);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var row = (await portal.ExemptionsOfAsync(ruth)).ShouldHaveSingleItem();
        (row.RuleKey, row.From, row.Until, row.Reason, row.EndedOn).ShouldBe(("personal-safety", CompliancePortal.Today, new DateOnly(2027, 3, 31), "On parental leave", null));
        (await portal.AuditOfAsync(ruth, nameof(ExemptionGranted))).ShouldBe(["Exempted Ruth Callaghan from Personal safety"]);
        (await client.GetPageAsync($"/compliance/people/{ruth}")).MainText().ShouldContain("Personal safety Exempt Exempt until 31 March 2027");
        // Nobody but those who record training reads why.
        using var own = await portal.SignedInAsAsync("councillor");
        (await own.GetPageAsync("/compliance/mine")).MainText().ShouldNotContain("parental");

        using var overlapping = await client.SubmitAsync(form.Form(url), [.. values[..^1], ("Reason", "Another reason")]);
        (await overlapping.ReadPageAsync()).Errors().ShouldContain("There is an exemption from this training already, from 1 December 2026 to 31 March 2027");
    }

    [Fact]
    public async Task Post_Incomplete_ShowsErrorsAndKeepsWhatWasTyped()
    {
        var url = $"/compliance/people/{await portal.PersonIdAsync("cllr.martin.stubbs")}/exempt";
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), [("From.Day", "x"), ("From.Month", "12"), ("From.Year", "2026"), .. ComplianceRecords.Date("Until", new DateOnly(2026, 1, 1))]);
        var page = await answer.ReadPageAsync();
        page.Errors().ShouldContain("Choose the training");
        page.Errors().ShouldContain("First day must be a real date");
        page.Errors().ShouldContain("Enter why");
        page.QuerySelector("input[name='From.Day']")!.GetAttribute("value").ShouldBe("x");
        using var backwards = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), [("Rule", "equalities"), ("Reason", "Why not"), .. ComplianceRecords.Date("Until", new DateOnly(2026, 1, 1))]);
        (await backwards.ReadPageAsync()).Errors().ShouldContain("Last day must be the first day or later");
    }

    [Fact]
    public async Task Get_NobodyOrNotAllowed_IsRefused()
    {
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var nobody = await client.GetAsync("/compliance/people/nobody/exempt");
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var member = await portal.SignedInAsAsync("councillor");
        using var own = await member.GetAsync($"/compliance/people/{await portal.PersonIdAsync("councillor")}/exempt");
        own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
