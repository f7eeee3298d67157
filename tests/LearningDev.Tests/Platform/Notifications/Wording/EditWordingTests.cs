using System.Net;
using LearningDev.Platform.Notifications.Wording;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Wording;

[Requirement("ADM-01")]
public sealed class EditWordingTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Url = $"/admin/notifications/{NotificationPortal.Usual}";

    private readonly NotificationPortal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("no-such-kind")]
    [InlineData(NotificationPortal.Absent)]
    public async Task Get_KindThatIsNotThere_IsNotFound(string kind)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.GetAsync($"/admin/notifications/{kind}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Kind_ShowsItsWordsAndAPreviewWithMadeUpValues()
    {
        var page = await portal.GetDocumentAsync(Url, "administrator");

        page.ValueOf("Subject").ShouldBe("News of {{ thing }}");
        var preview = page.QuerySelector("section[aria-labelledby=preview]")!.TextContent;
        preview.ShouldContain("News of an apple");
        preview.ShouldContain("Dear Sam,");
        preview.ShouldContain("There is an apple for Sam.");
        page.QuerySelector("main")!.TextContent.ShouldContain("{{ given_name }}");
    }

    [Fact]
    public async Task Post_NewWords_AreUsedKeptInTheHistoryAndInTheAudit()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(Url)).Form(Url), ("Subject", "Look: {{thing}}"), ("Text", "First\r\n\r\nsecond"), ("Channels", "Portal"));

        answer.Headers.Location!.OriginalString.ShouldBe(Url);
        (await client.GetPageAsync(Url)).Banner().ShouldBe("The words are saved");
        (await portal.EventsAsync(nameof(NotificationWordingSettings))).ShouldBe(["SettingsChanged"]);
        (await client.GetPageAsync("/admin/settings/history/notification-wording")).QuerySelector("main")!.TextContent.ShouldContain("Look: {{thing}}");
        var employee = await portal.IdAsync("employee");
        await portal.TellAsync(NotificationPortal.Something("new words", employee));
        var row = await portal.RowAsync(employee, "new words");
        (row.Subject, row.Text).ShouldBe(("Look: a <b>thing</b>", "First\n\nsecond"));
        (await portal.MessagesAsync(employee, "new words")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_UnknownPlaceholder_ShowsErrorBesideTheFieldByName()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Subject", "For {{ somebody }}"), ("Summary", ""), ("Text", "{{ a }} {{ b }} {{"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Summary").ShouldBe("Enter summary");
        using var second = await client.SubmitAsync(page.Form(Url), ("Summary", "x"));
        page = await second.ReadPageAsync();
        page.ErrorBeside("Subject").ShouldBe("Subject has the unknown placeholder {{ somebody }}");
        page.ErrorBeside("Text").ShouldBe("Text has the unknown placeholders {{ a }}, {{ b }} and {{");
        page.ValueOf("Subject").ShouldBe("For {{ somebody }}");
        (await portal.EventsAsync(nameof(NotificationWordingSettings))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Preview_ShowsWhatWouldBeSentAndSavesNothing()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), "Preview", [("Summary", "{{ thing }} & more")], []);

        (await answer.ReadPageAsync()).QuerySelector("section[aria-labelledby=preview]")!.TextContent.ShouldContain("an apple & more");
        (await portal.EventsAsync(nameof(NotificationWordingSettings))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Restore_UsesTheShippedWordsAgain()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var changed = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Subject", "Other"));

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), "Use the shipped words", [], []);

        (await client.GetPageAsync(Url)).ValueOf("Subject").ShouldBe("News of {{ thing }}");
        (await portal.WithAsync(services => services.GetRequiredService<ISettings>().GetAsync<NotificationWordingSettings>())).Changed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_IsToldAndNothingIsLost()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Form(Url);
        using var other = await client.SubmitAsync((await client.GetPageAsync($"/admin/notifications/{NotificationPortal.Fixed}")).Form($"/admin/notifications/{NotificationPortal.Fixed}"), ("Subject", "Theirs"));

        using var answer = await client.SubmitAsync(form, ("Subject", "Mine"));

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldContain(error => error.StartsWith("Somebody else changed the words", StringComparison.Ordinal));
        page.ValueOf("Subject").ShouldBe("Mine");
        using var again = await client.SubmitAsync(page.Form(Url));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.WithAsync(services => services.GetRequiredService<ISettings>().GetAsync<NotificationWordingSettings>())).Changed.Select(row => row.Subject).ShouldBe(["Theirs", "Mine"]);
    }
}
