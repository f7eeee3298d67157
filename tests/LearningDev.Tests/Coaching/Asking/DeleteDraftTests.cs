using System.Net;
using LearningDev.Coaching.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.Partnerships.Confidence;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Asking;

[Requirement("COA-02")]
public class DeleteDraftTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_Sent_IsNotFound()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace);
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync($"/coaching/requests/{id}/delete");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Draft_IsDeletedWithItsWords()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.WrittenAsync("To be calm", CoachingPages.Patience);
        var words = (await portal.RequestAsync(id)).TextIds;
        words.Count.ShouldBe(2);

        using var answer = await client.StepAsync(id, "delete");

        answer.Headers.Location!.OriginalString.ShouldBe("/coaching");
        (await portal.ReadAsync(db => db.CoachingRequests.CountAsync(row => row.Id == id))).ShouldBe(0);
        (await portal.ReadAsync(db => db.ConfidentialTexts.CountAsync(text => words.Contains(text.Id)))).ShouldBe(0);
        (await portal.AuditOfAsync(id, "CoachingRequest")).ShouldContain(nameof(CoachingRequestDeleted));
    }
}
