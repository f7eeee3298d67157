using AngleSharp.Html.Dom;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Reading;

[Requirement("WFL-05")]
public sealed class NotificationsTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Url = "/notifications";

    private readonly NotificationPortal portal = new();
    private string employee = "";

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        employee = await portal.IdAsync("employee");
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(Url);
        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_Nothing_SaysSo()
    {
        var page = await portal.GetDocumentAsync(Url);
        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("You have no notifications");
        page.QuerySelector(".app-bell__count").ShouldBeNull();
        page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Several_ShowsOnesOwnNewestFirstAndTheCountOnEveryPage()
    {
        var manager = await portal.IdAsync("manager");
        for (var number = 0; number < 25; number++)
        {
            await portal.TellAsync(NotificationPortal.Something($"n{number}", employee) with { Words = new NotificationWords($"Number {number}", "{{ thing }}", "x") });
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await portal.TellAsync(NotificationPortal.Something("other", manager));
        using var client = await portal.SignedInAsAsync("employee");

        var page = await client.GetPageAsync(Url);

        page.Title!.ShouldStartWith("Your notifications (page 1 of 2)");
        page.QuerySelectorAll(".app-notification").Length.ShouldBe(20);
        page.QuerySelector(".app-notification")!.TextContent.ShouldContain("Number 24");
        page.QuerySelector(".app-notification")!.TextContent.ShouldContain("a <b>thing</b>");
        (await client.GetPageAsync($"{Url}?p=99")).QuerySelectorAll(".app-notification").Length.ShouldBe(5);
        (await client.GetPageAsync("/profile")).QuerySelector(".app-bell__count")!.TextContent.ShouldBe("25");
    }

    [Fact]
    public async Task Get_OtherPage_CountsOnce()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync("/help");
        portal.Queries.Restart();
        await client.GetPageAsync("/help");
        portal.Queries.Commands.ShouldNotContain(command => command.Contains("platform_notification", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PostRead_Unread_IsReadWithAnEvent()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        await portal.TellAsync(NotificationPortal.Something("two", employee));
        var row = await portal.RowAsync(employee, "one");
        using var client = await portal.SignedInAsAsync("employee");
        var form = Form(await client.GetPageAsync(Url), row.Id);

        using var answer = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe(Url);
        (await portal.RowAsync(employee, "one")).ReadUtc.ShouldBe(NotificationPortal.Morning);
        (await portal.RowAsync(employee, "two")).ReadUtc.ShouldBeNull();
        (await portal.EventsAsync(employee)).ShouldContain("NotificationsRead");
        var page = await client.GetPageAsync(Url);
        page.Banner().ShouldBe("The notification is marked as read");
        page.QuerySelector(".app-bell__count")!.TextContent.ShouldBe("1");
        using var again = await client.SubmitAsync(form);
        (await client.GetPageAsync(Url)).Banner().ShouldBe("The notification had been read already");
    }

    [Fact]
    public async Task PostRead_SomebodyElses_ChangesNothing()
    {
        await portal.TellAsync(NotificationPortal.Something("mine", employee));
        await portal.TellAsync(NotificationPortal.Something("theirs", await portal.IdAsync("manager")));
        var row = await portal.RowAsync(employee, "mine");
        using var client = await portal.SignedInAsAsync("manager");
        var form = Form(await client.GetPageAsync(Url), (await portal.RowAsync(await portal.IdAsync("manager"), "theirs")).Id);
        ((IHtmlInputElement)form.Elements["id"]!).Value = row.Id;

        using var answer = await client.SubmitAsync(form);

        (await portal.RowAsync(employee, "mine")).ReadUtc.ShouldBeNull();
    }

    [Fact]
    public async Task PostAll_Unread_AreAllRead()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        await portal.TellAsync(NotificationPortal.Something("two", employee));
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync(Url);

        using var answer = await client.SubmitAsync(page.Forms.Single(form => form.Action.EndsWith("handler=All", StringComparison.Ordinal)));

        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.ReadUtc == null))).ShouldBe(0);
        (await client.GetPageAsync(Url)).QuerySelector(".app-bell__count").ShouldBeNull();
    }

    private static IHtmlFormElement Form(IHtmlDocument page, string id) => page.Forms.Single(form => (form.Elements["id"] as IHtmlInputElement)?.Value == id);
}
