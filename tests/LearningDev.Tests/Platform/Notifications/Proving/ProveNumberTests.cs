using AngleSharp.Html.Dom;
using LearningDev.Platform.Notifications.Proving;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Proving;

[Requirement("ADM-01")]
public sealed class ProveNumberTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Choices = "/account/notifications";
    private const string Url = $"{Choices}/number";

    private readonly NotificationPortal portal = new();
    private string employee = "";

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        employee = await portal.IdAsync("employee");
        await portal.UseNotifyAsync();
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
    public async Task Get_NoNumber_SaysThatThereIsNothingToProve()
    {
        var page = await portal.GetDocumentAsync(Url);
        page.QuerySelector("main")!.TextContent.ShouldContain("There is no number of yours that needs to be proved.");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Post_RightCode_HasTextMessagesGoThereAndNotBefore()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var code = await SaveNumberAsync(client);
        await portal.TellAsync(NotificationPortal.Something("before", employee));
        (await client.GetPageAsync(Choices)).QuerySelector("main .govuk-inset-text")!.TextContent.ShouldContain("No text messages go to your number before");

        using var answer = await client.SubmitAsync(await FormAsync(client), ("Code", $"{code[..3]} {code[3..]}"));

        answer.Headers.Location!.OriginalString.ShouldBe(Choices);
        (await client.GetPageAsync(Choices)).Banner().ShouldBe("The number is proved. Text messages go there from now on");
        await portal.TellAsync(NotificationPortal.Something("after", employee));
        await portal.DeliverAsync();
        portal.Notify.Taken.Count.ShouldBe(2);
        (await portal.EventsAsync(employee)).TakeLast(2).ShouldBe([nameof(NumberCodeSent), nameof(NumberProved)]);
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Data.Contains("900982") || row.Data.Contains(code)))).ShouldBeFalse();
        using var again = await client.SubmitAsync((await client.GetPageAsync(Choices)).Form(Choices));
        (await client.GetPageAsync(Url)).QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Post_WrongCodeFiveTimes_RefusesTheRightOneToo()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var code = await SaveNumberAsync(client);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var attempt = 0; attempt < NumberProving.MostAttempts; attempt++)
        {
            (await ErrorAsync(client, wrong)).ShouldBe("That is not the code that was sent last");
        }

        (await ErrorAsync(client, code)).ShouldBe("This code does not hold any more. Have another one sent");
        (await ErrorAsync(client, "12")).ShouldBe("Enter the 6 digits of the code");
        (await portal.EventsAsync(employee)).Count(name => name == nameof(NumberCodeRefused)).ShouldBe(NumberProving.MostAttempts);
    }

    [Fact]
    public async Task Post_CodeIsTooOld_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var code = await SaveNumberAsync(client);
        portal.Clock.Advance(NumberProving.Life);
        (await ErrorAsync(client, code)).ShouldBe("This code does not hold any more. Have another one sent");
    }

    [Fact]
    public async Task Post_SendAnother_IsPossibleAfterAMinuteAndFiveTimesADay()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var first = await SaveNumberAsync(client);
        (await SummaryAsync(client)).ShouldContain("A code was sent a moment ago");
        for (var sent = 1; sent < NumberProving.MostADay; sent++)
        {
            portal.Clock.Advance(NumberProving.Pause);
            (await SummaryAsync(client)).ShouldBe("");
        }

        portal.Clock.Advance(NumberProving.Pause);
        (await SummaryAsync(client)).ShouldContain("No more codes can be sent today");
        await portal.DeliverAsync();
        portal.Notify.Taken.Count.ShouldBe(NumberProving.MostADay);
        var last = portal.Notify.Taken.Last().Text[..NumberProving.Digits];
        (first == last ? "" : await ErrorAsync(client, first)).ShouldBe(first == last ? "" : "That is not the code that was sent last");
        using var answer = await client.SubmitAsync(await FormAsync(client), ("Code", last));
        answer.Headers.Location!.OriginalString.ShouldBe(Choices);
    }

    [Fact]
    public async Task Post_NumbersNeedNoProof_AreUsedAtOnce()
    {
        await portal.SetAsync($$"""{"TextTemplateId":"{{Notify.NotifyStub.TextTemplate}}","ProveNumbers":false}""");
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Choices)).Form(Choices), ("On", $"{NotificationPortal.Usual}:Text"), ("TextNumber", "07700 900 982"));

        answer.Headers.Location!.OriginalString.ShouldBe(Choices);
        await portal.TellAsync(NotificationPortal.Something("at once", employee));
        await portal.DeliverAsync();
        portal.Notify.Taken.Count.ShouldBe(1);
    }

    /// <summary>Has the employee save a number.</summary>
    /// <returns>The code that goes there.</returns>
    private async Task<string> SaveNumberAsync(HttpClient client)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Choices)).Form(Choices), ("On", $"{NotificationPortal.Usual}:Text"), ("TextNumber", "07700 900 982"));
        answer.Headers.Location!.OriginalString.ShouldBe(Url);
        await portal.DeliverAsync();
        var text = portal.Notify.Taken.ShouldHaveSingleItem();
        text.To.ShouldBe("+447700900982");
        return text.Text[..NumberProving.Digits];
    }

    private static async Task<IHtmlFormElement> FormAsync(HttpClient client) => (IHtmlFormElement)(await client.GetPageAsync(Url)).QuerySelector("main form")!;

    private static async Task<string?> ErrorAsync(HttpClient client, string code)
    {
        using var answer = await client.SubmitAsync(await FormAsync(client), ("Code", code));
        return (await answer.ReadPageAsync()).ErrorBeside("Code");
    }

    private static async Task<string> SummaryAsync(HttpClient client)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Forms.Single(form => form.Action.EndsWith("handler=Send", StringComparison.Ordinal)));
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect ? "" : (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
    }
}
