using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claiming;

[Requirement("VOL-02")]
public class DeleteDraftTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    [Fact]
    public async Task Post_Draft_IsGone()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("To be deleted", VolunteeringPages.Today.AddDays(-1), "2", "2");
        var url = $"/volunteering/claims/{id}/delete";
        var page = await client.GetPageAsync(url);
        page.MainText().ShouldContain("Volunteering with To be deleted");

        using var answer = await client.SubmitAsync(page.Form(url));

        answer.Headers.Location!.OriginalString.ShouldBe("/volunteering/mine");
        (await client.GetPageAsync("/volunteering/mine")).Banner().ShouldBe("The draft is deleted");
        (await portal.ReadAsync(db => db.VolunteeringClaims.CountAsync(row => row.Id == id))).ShouldBe(0);
        (await portal.ReadAsync(db => db.VolunteeringOwnTime.CountAsync(row => row.ClaimId == id))).ShouldBe(0);
        (await portal.AuditAsync(id))[^1].ShouldBe(nameof(VolunteeringClaimDeleted));
        using var again = await client.GetAsync(url);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_SentInTheMeantime_IsNotFoundAndStays()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("Sent", VolunteeringPages.Today.AddDays(-2), "2", "2");
        var form = (await client.GetPageAsync($"/volunteering/claims/{id}/delete")).Form($"/volunteering/claims/{id}/delete");
        using var sent = await client.SendAsync(id);
        using var answer = await client.SubmitAsync(form);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Sent);
    }
}
