using System.Net;
using LearningDev.Tests.Content.Editing;
using LearningDev.Tests.Platform.Outbox;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email;

public class TestLetterTests(OutboxPortal portal) : IClassFixture<OutboxPortal>
{
    private const string Url = "/admin/messages/test";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoMailServer_SaysSo() =>
        (await portal.GetDocumentAsync(Url, "administrator")).QuerySelector("main")!.TextContent.ShouldContain("None: letters are kept as files");

    [Fact]
    public async Task Post_Send_PutsALetterToOneselfIntoTheOutbox()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));

        answer.Headers.Location!.OriginalString.ShouldBe("/admin/messages");
        (await client.GetPageAsync("/admin/messages")).Banner().ShouldContain("The test email is on its way");
        (await portal.EventsAsync("")).ShouldContain("TestLetterAsked");
        (await portal.DeliverAsync()).ShouldBe(1);
        (await client.GetPageAsync("/admin/messages/letters")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }
}
