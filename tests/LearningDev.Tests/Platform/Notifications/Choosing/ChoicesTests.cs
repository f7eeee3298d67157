using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Choosing;

[Requirement("ADM-01")]
public sealed class ChoicesTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Url = "/account/notifications";

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
    public async Task Get_NothingChosen_ShowsWhatThePortalDoesAndWhatIsFixed()
    {
        var page = await portal.GetDocumentAsync(Url);

        Box(page, $"{NotificationPortal.Usual}:Email").IsChecked.ShouldBeTrue();
        Box(page, $"{NotificationPortal.Fixed}:Email").IsDisabled.ShouldBeTrue();
        page.QuerySelector($"input[value='{NotificationPortal.Usual}:Text']").ShouldBeNull();
        page.QuerySelector("input[name=TextNumber]").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("employee@northbourne.example");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Never heard of");
    }

    [Fact]
    public async Task Post_Choices_AreKeptWithAnEventThatMasksTheNumber()
    {
        await portal.UseNotifyAsync();
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(Url)).Form(Url), ("On", $"{NotificationPortal.Usual}:Portal"), ("On", $"{NotificationPortal.Usual}:Text"), ("Digest", "daily"), ("DigestHour", "17"),
            ("TextNumber", "07700 900 982"));

        answer.Headers.Location!.OriginalString.ShouldBe($"{Url}/number");
        var preference = await portal.ReadAsync(db => db.Set<NotificationPreference>().SingleAsync(row => row.PersonId == employee));
        (preference.DigestHour, preference.TextNumber).ShouldBe((17, "+447700900982"));
        var kept = await portal.ReadAsync(db => db.Set<NotificationChoice>().Where(row => row.PersonId == employee && row.Kind == NotificationPortal.Usual).OrderBy(row => row.Channel).ToListAsync());
        kept.Select(row => (row.Kind, row.Channel, row.IsOn)).ShouldBe([(NotificationPortal.Usual, NotificationChannel.Email, false), (NotificationPortal.Usual, NotificationChannel.Text, true)]);
        (await portal.EventsAsync(employee)).ShouldContain("NotificationChoicesChanged");
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Data.Contains("900982") || row.Changes.Contains("900982")))).ShouldBeFalse();
        var page = await client.GetPageAsync(Url);
        page.Banner().ShouldBe("Your choices are saved");
        page.ValueOf("TextNumber").ShouldBe("+447700900982");
        Box(page, $"{NotificationPortal.Usual}:Email").IsChecked.ShouldBeFalse();
        Box(page, $"{NotificationPortal.Usual}:Text").IsChecked.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_AsBefore_ChangesNothing()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));

        (await client.GetPageAsync(Url)).Banner().ShouldBe("Nothing was changed");
        (await portal.ReadAsync(db => db.Set<NotificationPreference>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_BackToWhatThePortalDoes_KeepsNothing()
    {
        await portal.PreferAsync(employee, choices: [(NotificationPortal.Usual, NotificationChannel.Email, false)]);
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(Url)).Form(Url), ("On", $"{NotificationPortal.Usual}:Portal"), ("On", $"{NotificationPortal.Usual}:Email"));

        (await portal.ReadAsync(db => db.Set<NotificationChoice>().AnyAsync(row => row.Kind == NotificationPortal.Usual))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("020 7946 0000", "Enter a mobile number, like 07700 900 982 or +44 7700 900 982")]
    [InlineData("", "Enter a mobile number, or do not choose text messages")]
    public async Task Post_NumberIsNotRight_ShowsErrorBesideIt(string number, string error)
    {
        await portal.UseNotifyAsync();
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("On", $"{NotificationPortal.Usual}:Text"), ("TextNumber", number));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("TextNumber").ShouldBe(error);
        Box(page, $"{NotificationPortal.Usual}:Text").IsChecked.ShouldBeTrue();
        (await portal.ReadAsync(db => db.Set<NotificationPreference>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_DigestSwitchedOff_SendsWhatWasKeptWithTheNextRun()
    {
        await portal.PreferAsync(employee, digestHour: 8);
        await portal.TellAsync(NotificationPortal.Something("kept", employee));
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Digest", "at-once"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.RowAsync(employee, "kept")).DigestDueUtc.ShouldBe(NotificationPortal.Morning);
    }

    private static IHtmlInputElement Box(IHtmlDocument page, string value) => (IHtmlInputElement)page.QuerySelector($"input[value='{value}']")!;
}
