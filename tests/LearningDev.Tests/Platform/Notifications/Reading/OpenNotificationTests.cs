using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Reading;

[Requirement("WFL-05")]
public class OpenNotificationTests(NotificationPortal portal) : IClassFixture<NotificationPortal>
{
    [Fact]
    public async Task Get_WithLink_IsReadAndLeadsThere()
    {
        var employee = await portal.IdAsync("employee");
        await portal.TellAsync(NotificationPortal.Something("link", employee));
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"/notifications/{(await portal.RowAsync(employee, "link")).Id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/profile");
        (await portal.RowAsync(employee, "link")).ReadUtc.ShouldNotBeNull();
        (await client.GetPageAsync("/profile")).QuerySelector(".app-bell__count").ShouldBeNull();
    }

    [Fact]
    public async Task Get_WithoutLink_ShowsTheTextAsText()
    {
        var manager = await portal.IdAsync("manager");
        await portal.TellAsync(NotificationPortal.Something("text", manager) with { Link = null });

        var page = await portal.GetDocumentAsync($"/notifications/{(await portal.RowAsync(manager, "text")).Id}", "manager");

        page.QuerySelector("h1")!.TextContent.ShouldBe("News of a <b>thing</b>");
        page.QuerySelector("main .app-plain")!.TextContent.ShouldBe("Please look at a <b>thing</b>.\n\nThe test says so.");
    }

    [Fact]
    public async Task Get_SomebodyElses_IsNotFoundAndStaysUnread()
    {
        var hr = await portal.IdAsync("hr");
        await portal.TellAsync(NotificationPortal.Something("theirs", hr));
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"/notifications/{(await portal.RowAsync(hr, "theirs")).Id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.RowAsync(hr, "theirs")).ReadUtc.ShouldBeNull();
    }
}
