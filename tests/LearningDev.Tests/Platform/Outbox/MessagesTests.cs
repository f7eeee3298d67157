using System.Net;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Outbox;

[Requirement("ADM-05")]
public sealed class MessagesTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Url = "/admin/messages";
    private readonly OutboxPortal portal = new();

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

    [Fact]
    public async Task Get_NothingSent_SaysSo()
    {
        var page = await portal.GetDocumentAsync(Url, "administrator");

        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing has been sent yet");
    }

    [Fact]
    public async Task Get_Messages_ShowsStatesAndErrorsAndNoContent()
    {
        await FailAsync("one");
        await portal.EnqueueAsync("two", "The secret of the two");

        var page = await portal.GetDocumentAsync(Url, "administrator");

        var main = page.QuerySelector("main")!.TextContent;
        main.ShouldContain("Parcel: a parcel");
        main.ShouldContain("No such person.");
        main.ShouldNotContain("secret of the two");
        page.QuerySelectorAll("tbody .govuk-tag").Select(tag => tag.TextContent.Trim()).ShouldBe(["Waiting", "Failed"], ignoreOrder: true);
        (await portal.GetDocumentAsync($"{Url}?state=Failed", "administrator")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await portal.GetDocumentAsync($"{Url}?kind=email", "administrator")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("No message fits");
    }

    [Theory]
    [InlineData("state=1&kind=%00")]
    [InlineData("state=Unheard&p=-3")]
    [InlineData("p=99999999999")]
    public async Task Get_OddAddress_IsAnswered(string query) => await portal.GetDocumentAsync($"{Url}?{query}", "administrator");

    [Fact]
    public async Task Get_ManyMessages_ArePaged()
    {
        for (var number = 0; number < 25; number++)
        {
            await portal.EnqueueAsync($"many {number}");
        }

        var page = await portal.GetDocumentAsync($"{Url}?state=Waiting&p=2", "administrator");

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        page.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe($"{Url}?state=Waiting");
    }

    [Fact]
    public async Task Post_RetryAll_TriesFailedMessagesAgain()
    {
        await FailAsync("one");
        await FailAsync("two");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Url)).Forms.Single(form => form.Method == "post" && form.Closest("main") is not null);

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(Url)).Banner().ShouldContain("No message had failed any more");
        (await portal.EventsAsync("")).ShouldContain("MessagesRetried");
        portal.Answer = _ => Task.CompletedTask;
        (await portal.DeliverAsync()).ShouldBe(2);
    }

    private async Task FailAsync(string key)
    {
        portal.Answer = _ => throw new UndeliverableException("No such person.");
        await portal.EnqueueAsync(key);
        await portal.DeliverAsync();
    }
}
