using System.Net;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.MembersHub.Budgets;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Ending;

[Requirement("MEM-05")]
public class EndRequestTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Fact]
    public async Task Post_Draft_IsDeleted()
    {
        var id = await portal.DraftAsync("Draft");
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/members/requests/{id}/end")).FormWith("Delete"));
        answer.Headers.Location!.OriginalString.ShouldBe("/members/requests");
        (await portal.ReadAsync(db => db.MemberRequests.AnyAsync(row => row.ItemId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Get_Sent_IsNotFound()
    {
        var id = await portal.SentAsync("Sent");
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync($"/members/requests/{id}/end");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("MEM-04")]
    public async Task Post_Agreed_FreesTheBudgetAndTellsDemocraticServices()
    {
        await portal.WholeBudgetsAsync();
        var id = await portal.AgreedAsync("Agreed");
        using var client = await portal.SignedInAsAsync("councillor");
        var form = (await client.GetPageAsync($"/members/requests/{id}/end")).FormWith("Cancel the training");
        using var refused = await client.SubmitAsync(form);
        (await refused.ReadPageAsync()).Errors().ShouldContain("Enter why");
        using var answer = await client.SubmitAsync(form, ("Reason", "I am ill"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/members/requests/{id}");

        (await portal.RequestAsync(id)).State.ShouldBe(MemberRequestState.Cancelled);
        (await portal.BudgetAsync("councillor")).Balance.ShouldBe(new Balance(50_000, 0, 0));
        (await portal.ReadAsync(db => db.Set<PersonNotification>().AnyAsync(told => told.Key.StartsWith($"member-training-cancelled:{id}")))).ShouldBeTrue();
    }
}
