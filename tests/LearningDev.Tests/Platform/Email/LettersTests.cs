using System.Net;
using LearningDev.Tests.Platform.Outbox;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email;

public class LettersTests(OutboxPortal portal) : IClassFixture<OutboxPortal>
{
    private const string Url = "/admin/messages/letters";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoLetters_SaysSo()
    {
        await using var fresh = new PortalHost();
        await fresh.InitializeAsync();

        (await fresh.GetDocumentAsync(Url, "administrator")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("No letters");
    }

    [Fact]
    public async Task Get_LetterSent_IsListedAndLeadsToItsText()
    {
        await LetterPages.SendAsync(portal, "Welcome – café");

        var page = await portal.GetDocumentAsync(Url, "administrator");

        var link = page.QuerySelectorAll("tbody a").Single(link => link.TextContent.Trim() == "Welcome – café");
        (await portal.GetDocumentAsync(link.GetAttribute("href")!, "administrator")).QuerySelector("h1")!.TextContent.Trim().ShouldBe("Welcome – café");
    }
}
