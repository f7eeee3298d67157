using System.Net;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Tests.Platform.Notifications.Notify;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Administering;

[Requirement("ADM-01")]
public sealed class NotificationKindsPageTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Url = "/admin/notifications";

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

    [Fact]
    public async Task Get_Administrator_ShowsKindsAndChannels()
    {
        var text = (await portal.GetDocumentAsync(Url, "administrator")).QuerySelector("main")!.TextContent;

        text.ShouldContain("Things of the test");
        text.ShouldContain("In the portal, By email, always");
        text.ShouldNotContain("Never heard of");
        text.ShouldContain("There is no mail server: letters are kept as files");
        text.ShouldContain("Not sent: the settings have no template for text messages");
        text.ShouldNotContain(NotifyStub.Secret);
    }

    [Fact]
    public async Task Get_Undelivered_ListsWhatNotifyCouldNotDeliver()
    {
        await portal.ReadAsync(db =>
        {
            db.Add(new NotifyHandOver
            {
                Reference = "lost",
                Channel = NotificationChannel.Text,
                About = "text to …982",
                State = NotifyState.PermanentFailure,
                BegunUtc = NotificationPortal.Morning,
                ChangedUtc = NotificationPortal.Morning,
            });
            return db.SaveChangesAsync();
        });

        var row = (await portal.GetDocumentAsync(Url, "administrator")).QuerySelector("tbody tr")!.TextContent;

        row.ShouldContain("text to …982");
        row.ShouldContain("The number or address does not exist");
        row.ShouldContain("10 March 2026 at 11am");
    }

    [Fact]
    public async Task Post_Ask_SaysWhetherNotifyAnswersAndKnowsTheTemplates()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        (await AskAsync(client)).ShouldContain("GOV.UK Notify is not set up");
        await portal.UseNotifyAsync(email: true);
        (await AskAsync(client)).ShouldContain("GOV.UK Notify answers and knows the templates: Portal text, Portal email");
        await portal.UseNotifyAsync(textTemplate: NotifyStub.UnknownTemplate);
        (await AskAsync(client)).ShouldContain("GOV.UK Notify said 404 NoResultFound: No result found");
        await portal.Notify.StopAsync();
        (await AskAsync(client)).ShouldContain("GOV.UK Notify could not be reached");
    }

    private static async Task<string> AskAsync(HttpClient client)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.ReadPageAsync()).QuerySelector("main")!.TextContent;
    }
}
