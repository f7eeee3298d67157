using System.Net;
using LearningDev.MembersHub.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Requests.Starting;

/// <summary>From beginning a request to its answers, page by page.</summary>
[Requirement("MEM-05")]
public class NewTests(RequestPortal portal) : IClassFixture<RequestPortal>
{
    [Theory]
    [InlineData("employee", HttpStatusCode.Forbidden)]
    [InlineData("democratic-services", HttpStatusCode.Redirect)]
    public async Task Get_NoMember_IsRefused(string person, HttpStatusCode expected)
    {
        using var client = await portal.SignedInAsAsync(person);
        using var answer = await client.GetAsync("/members/requests/new");
        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Get_Member_SaysThatFreeCoursesNeedNoRequest() =>
        (await portal.GetDocumentAsync("/members/requests/new", "councillor")).MainText().ShouldContain("Then you need no request: all members are welcome on free courses, and you can just go");

    [Fact]
    public async Task Post_StepByStep_WritesTheRequest()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        var begin = (await client.GetPageAsync("/members/requests/new")).FormWith("Begin");
        using var refused = await client.SubmitAsync(begin);
        (await refused.ReadPageAsync()).Errors().ShouldContain("Enter what it is called");
        using var begun = await client.SubmitAsync(begin, ("TrainingTitle", "Chairing well"));
        var url = begun.Headers.Location!.OriginalString;
        url.ShouldEndWith("/training");
        var id = url.Split('/')[3];

        using var without = await client.SubmitAsync((await client.GetPageAsync(url)).FormWith("Save and continue"));
        var errors = (await without.ReadPageAsync()).Errors();
        errors.ShouldContain("Choose who provides it");
        using var training = await client.SubmitAsync(
            (await client.GetPageAsync(url)).FormWith("Save and continue"), [("Provider", "A university"), .. VolunteeringPages.Date("MemberTrainingRequest.StartsOn", new DateOnly(2027, 2, 1))]);
        training.Headers.Location!.OriginalString.ShouldBe($"/members/requests/{id}/costs");

        var costs = await client.GetPageAsync($"/members/requests/{id}/costs");
        using var free = await client.SubmitAsync(costs.FormWith("Add this cost"), ("What", "Fee"), ("Amount", "0"));
        (await free.ReadPageAsync()).Errors().ShouldContain("What costs nothing needs no request");
        using var added = await client.SubmitAsync(costs.FormWith("Add this cost"), ("What", "Fee"), ("Amount", "£1,250.50"));
        added.Headers.Location!.OriginalString.ShouldBe($"/members/requests/{id}/costs");

        var relevance = await client.GetPageAsync($"/members/requests/{id}/relevance");
        using var missing = await client.SubmitAsync(relevance.FormWith("Save and continue"));
        (await missing.ReadPageAsync()).Errors().ShouldContain("Choose for which of your roles it is");
        using var done = await client.SubmitAsync(
            relevance.FormWith("Save and continue"), ("Role", "Member, Planning Committee"), ("MemberTrainingRequest.Meets", "I chair the site visits."),
            ("MemberTrainingRequest.Funding", "personal"), ("MemberTrainingRequest.OverReason", "There is no cheaper one."));
        done.Headers.Location!.OriginalString.ShouldBe($"/members/requests/{id}");

        var row = await portal.RequestAsync(id);
        (row.Title, row.Provider, row.TotalPence, row.Funding, row.StartsOn).ShouldBe(("Chairing well", "A university", 125_050, FundingWays.Personal, new DateOnly(2027, 2, 1)));
        (await client.GetPageAsync($"/members/requests/{id}")).MainText().ShouldContain("Now send it");

        var remove = (await client.GetPageAsync($"/members/requests/{id}/costs")).Forms.Single(form => form.Action.Contains("handler=Remove", StringComparison.Ordinal));
        using var removed = await client.SubmitAsync(remove);
        (await portal.RequestAsync(id)).TotalPence.ShouldBe(0);
    }
}
