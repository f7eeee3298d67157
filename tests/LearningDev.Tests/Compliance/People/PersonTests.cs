using System.Net;
using LearningDev.Tests.Platform.Permissions;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.People;

[Requirement("CMP-01"), Collection(ComplianceCollection.Name)]
public class PersonTests(CompliancePortal portal)
{
    [Fact]
    public async Task Get_MayNotRecord_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync($"/compliance/people/{await portal.PersonIdAsync("councillor")}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Nobody_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var answer = await client.GetAsync("/compliance/people/nobody");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Member_ShowsStatesRecordsAndTheReading()
    {
        var martin = await portal.PersonIdAsync("cllr.martin.stubbs");
        var text = (await portal.GetDocumentAsync($"/compliance/people/{martin}", ComplianceRecords.Officer)).MainText();
        text.ShouldContain("Planning Committee training Needed to sit Not yet attended; needed before sitting on the committee");
        text.ShouldContain("Equalities Overdue Was needed at induction, by 6 August 2023");
        text.ShouldContain("Ethics and probity Due Needed once more in this electoral cycle, by 5 May 2027");
        text.ShouldContain("4 July 2023 Ethics and probity On the register, recorded by The portal: The second evening");
        text.IndexOf("Planning Committee", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Equalities", StringComparison.Ordinal));
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "SensitivePageRead" && row.SubjectId == martin))).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_ExemptMember_ShowsTheReasonToTheOfficer()
    {
        var agnes = await portal.PersonIdAsync("cllr.agnes.mcbride");
        var text = (await portal.GetDocumentAsync($"/compliance/people/{agnes}", ComplianceRecords.Officer)).MainText();
        text.ShouldContain("Chairing skills Exempt Exempt");
        text.ShouldContain("Chaired the council of another authority for six years");
    }

    [Fact]
    public async Task Get_NoMember_SaysThatNothingIsNeeded()
    {
        var sam = await portal.PersonIdAsync("employee");
        var text = (await portal.GetDocumentAsync($"/compliance/people/{sam}", ComplianceRecords.Officer)).MainText();
        text.ShouldContain("No training is mandatory");
        text.ShouldContain("Nothing is recorded yet");
    }
}
