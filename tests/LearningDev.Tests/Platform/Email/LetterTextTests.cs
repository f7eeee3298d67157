using System.Net;
using LearningDev.Tests.Platform.Outbox;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Email;

public class LetterTextTests(OutboxPortal portal) : IClassFixture<OutboxPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbiddenAndSoIsTheFile()
    {
        var id = await LetterPages.SendAsync(portal, "Private");
        using var client = await portal.SignedInAsAsync("employee");

        foreach (var url in new[] { $"/admin/messages/letters/{id}", $"/admin/messages/letters/{id}/file" })
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("/admin/messages/letters/no-such-letter")]
    [InlineData("/admin/messages/letters/no-such-letter/file")]
    [InlineData("/admin/messages/letters/..%2F..%2Flearningdev/file")]
    public async Task Get_Unknown_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Letter_ShowsTextAsTextLinksAndHeaders()
    {
        var id = await LetterPages.SendAsync(portal, "Shown");

        var page = await portal.GetDocumentAsync($"/admin/messages/letters/{id}", "administrator");

        page.QuerySelector("main")!.TextContent.ShouldContain("<b>Bye</b>");
        page.QuerySelector("main a[href='https://portal.example/reset?token=abc']").ShouldNotBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("auto-generated");
        using var client = await portal.SignedInAsAsync("administrator");
        (await client.GetStringAsync($"/admin/messages/letters/{id}/file")).ShouldContain($"Message-Id: <{id}@");
    }
}
