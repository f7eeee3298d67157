using System.Net;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Contracts;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Leave;

[Requirement("VOL-02")]
public class ReverseTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Get_NotHr_IsForbidden()
    {
        var id = await portal.AgreedAsync("Forbidden", Today.AddDays(-1), "1", "1");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/volunteering/claims/{id}/reverse");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_WithoutReason_ShowsError()
    {
        var id = await portal.AgreedAsync("No reason", Today.AddDays(-2), "1", "1");
        using var client = await portal.SignedInAsAsync("hr");
        var url = $"/volunteering/claims/{id}/reverse";
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        (await answer.ReadPageAsync()).Errors().ShouldContain("Enter why");
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Agreed);
    }

    [Fact]
    public async Task Post_WithReason_TellsThePersonAndFreesWhatWasNotTaken()
    {
        var id = await portal.AgreedAsync("Reversed", Today.AddDays(-3), "4", "4");
        using var employee = await portal.SignedInAsAsync("employee");
        using var recorded = await employee.RecordAsync(id, Today, "1");
        using var client = await portal.SignedInAsAsync("hr");
        var url = $"/volunteering/claims/{id}/reverse";

        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", "Claimed twice"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Reversed);
        (await portal.AuditAsync(id))[^1].ShouldBe(nameof(VolunteeringReversed));
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(told => told.Key == $"volunteering-reversed:{id}"))).ShouldBe(1);
        (await employee.GetPageAsync($"/volunteering/claims/{id}")).MainText().ShouldContain("The leave was taken back: Claimed twice");
        // One hour stays used.
        (await employee.GetPageAsync("/volunteering/mine")).MainText().ShouldContain("Reversed");
        using var again = await client.GetAsync(url);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NotAgreed_IsNotFound()
    {
        var id = await portal.SentAsync("employee", "Waiting", Today.AddDays(-4), "1", "1");
        using var client = await portal.SignedInAsAsync("hr");
        foreach (var one in (string[])[id, "nothing"])
        {
            using var answer = await client.GetAsync($"/volunteering/claims/{one}/reverse");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
