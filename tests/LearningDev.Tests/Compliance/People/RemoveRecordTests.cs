using System.Net;
using LearningDev.Compliance.Contracts;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.People;

[Requirement("CMP-01"), Collection(ComplianceCollection.Name)]
public class RemoveRecordTests(CompliancePortal portal)
{
    [Fact]
    public async Task Post_WithReason_RemovesItAndTheTrainingIsNeededAgain()
    {
        var joan = await portal.PersonIdAsync("cllr.joan.whitlock");
        var row = (await portal.RecordsOfAsync(joan)).Single(row => row.LearningId == "m-appointments");
        var url = $"/compliance/people/{joan}/records/{row.Id}/remove";
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        (await client.GetPageAsync(url)).MainText().ShouldContain("Appointments Committee training of 21 May 2026, for Joan Whitlock");

        using var without = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", " "));
        (await without.ReadPageAsync()).Errors().ShouldContain("Enter why");
        using var tooLong = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", new string('r', 301)));
        (await tooLong.ReadPageAsync()).Errors().ShouldContain("Why must be 300 characters or fewer");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", "It was another member"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/compliance/people/{joan}");
        (await portal.RecordsOfAsync(joan)).ShouldNotContain(one => one.Id == row.Id);
        (await portal.AuditOfAsync(joan, nameof(TrainingRecordRemoved))).ShouldBe(["Removed Appointments Committee training of 2026-05-21 for Joan Whitlock"]);
        (await client.GetPageAsync($"/compliance/people/{joan}")).MainText().ShouldContain("Appointments Committee training Needed to sit");
        using var gone = await client.GetAsync(url);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_OtherPersonOrNotAllowed_IsRefused()
    {
        var (ruth, dev) = (await portal.PersonIdAsync("councillor"), await portal.PersonIdAsync("cllr.dev.trivedi"));
        var row = (await portal.RecordsOfAsync(ruth))[0];
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var other = await client.GetAsync($"/compliance/people/{dev}/records/{row.Id}/remove");
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var member = await portal.SignedInAsAsync("councillor");
        using var own = await member.GetAsync($"/compliance/people/{ruth}/records/{row.Id}/remove");
        own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
