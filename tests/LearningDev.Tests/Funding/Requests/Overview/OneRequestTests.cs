using System.Net;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Overview;

[Requirement("FUN-01")]
public class OneRequestTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.GetAsync("/funding/all-requests/request-mba");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("request-data-stories")]
    public async Task Get_NoneOrADraft_IsNotFound(string id)
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.GetAsync($"/funding/all-requests/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Hr_ShowsAllThatItSays()
    {
        var text = (await portal.GetDocumentAsync("/funding/all-requests/request-mba", "hr")).QuerySelector("main")!.TextContent;
        foreach (var words in (string[])["Executive MBA", "Refused", "Asked by Nadia Petrova", "I would like to lead a service one day.", "Yes: Level 7 (postgraduate)", "£9,500.00"])
        {
            text.ShouldContain(words);
        }
    }

    [Fact]
    [Requirement("ADM-03")]
    public async Task Get_SomebodyElse_IsRecorded()
    {
        await portal.GetDocumentAsync("/funding/all-requests/request-mba", "hr");

        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.AnyAsync(row => row.Event == nameof(SensitivePageRead) && row.SubjectName == "Nadia Petrova" && row.Summary.Contains("Training request"))).ShouldBeTrue();
    }

    [Fact]
    public async Task EditorsPages_OfARequest_AreNotThere()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var answer = await client.GetAsync("/content/request-mba");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.GetDocumentAsync("/content?q=mba", "editor")).QuerySelector("main")!.TextContent.ShouldNotContain("Executive MBA");
    }
}
