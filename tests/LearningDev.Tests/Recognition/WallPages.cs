using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.Recognition;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Recognition;

/// <summary>Does with the recognition wall what people do on its pages, and looks into the database afterwards.</summary>
internal static class WallPages
{
    public const string Message = "Residents are answered a day sooner.";

    /// <summary>The address at which somebody is celebrated.</summary>
    public static async Task<string> CelebratingAsync(this PortalHost portal, string userName) => $"/recognition/new/{await portal.PersonIdAsync(userName)}";

    /// <summary>Fills in the page at which somebody is celebrated.</summary>
    public static async Task<HttpResponseMessage> CelebrateAsync(this PortalHost portal, HttpClient client, string userName, string learning, string message = Message)
    {
        var url = await portal.CelebratingAsync(userName);
        return await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Learning", learning), ("Message", message));
    }

    /// <summary>Has an account celebrate another.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="sender">Who celebrates.</param>
    /// <param name="recipient">Whose learning it is.</param>
    /// <param name="learning">What is learned; another one for each celebration of a test class.</param>
    /// <returns>The celebration's id.</returns>
    public static async Task<string> CelebratedAsync(this PortalHost portal, string sender, string recipient, string learning)
    {
        using var client = await portal.SignedInAsAsync(sender);
        using var answer = await portal.CelebrateAsync(client, recipient, learning);
        answer.Headers.Location!.OriginalString.ShouldBe("/recognition");
        return (await portal.CelebrationAsync(learning)).Id;
    }

    /// <summary>The celebration of a learning.</summary>
    public static Task<Celebration> CelebrationAsync(this PortalHost portal, string learning) =>
        portal.ReadAsync(db => db.Celebrations.AsNoTracking().SingleAsync(row => row.Learning == learning));

    /// <summary>Where a celebration stands.</summary>
    public static Task<CelebrationState> StateAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.Celebrations.Where(row => row.Id == id).Select(row => row.State).SingleAsync());

    /// <summary>Fills in the page at which a celebration is reported.</summary>
    public static async Task<HttpResponseMessage> ReportAsync(this HttpClient client, string id, string reason = "It names a resident.") =>
        await client.SubmitAsync((await client.GetPageAsync($"/recognition/{id}/report")).Form($"/recognition/{id}/report"), ("Reason", reason));

    /// <summary>Sets the rules of the wall; what is not said is as shipped.</summary>
    public static async Task SetRulesAsync(this PortalHost portal, string json)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("RecognitionSettings", json);
    }

    /// <summary>Has somebody be on the wall no more, or again.</summary>
    public static async Task ChooseAsync(this PortalHost portal, string userName, string canBeCelebrated)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/recognition/keep-off")).Form("/recognition/keep-off"), ("CanBeCelebrated", canBeCelebrated));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Presses the button of a celebration on the wall or on the moderators' page.</summary>
    public static Task<HttpResponseMessage> PressAsync(this HttpClient client, IHtmlDocument page, string id, string button)
    {
        var form = page.FormOf(id);
        form.QuerySelector("button")!.TextContent.Trim().ShouldStartWith(button);
        return client.SubmitAsync(form);
    }

    /// <summary>The form of a celebration on the wall or on the moderators' page.</summary>
    public static IHtmlFormElement FormOf(this IHtmlDocument page, string id) =>
        page.Forms.First(form => form.QuerySelector<IHtmlInputElement>("input[name=id]")?.Value == id);

    /// <summary>How many emails about a celebration have been put into the outbox.</summary>
    public static Task<int> LettersAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.Set<PersonNotification>().Where(told => told.Key == $"celebration:{id}")
            .CountAsync(told => db.Set<OutboxMessage>().Any(message => message.Key == "notification:" + told.Id + ":email")));

    /// <summary>The events of a celebration in the audit, the oldest first.</summary>
    public static Task<List<string>> AuditOfAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    /// <summary>True when the audit has some words anywhere.</summary>
    public static Task<bool> AuditHoldsAsync(this PortalHost portal, string words) =>
        portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Data.Contains(words) || row.Summary.Contains(words)));

    /// <summary>A celebration as it lies in the database, on the wall since a moment.</summary>
    public static Celebration Row(string recipient, string learning, DateTime shownUtc, CelebrationState state = CelebrationState.Shown) => new()
    {
        RecipientId = "somebody",
        RecipientName = recipient,
        RecipientUnit = "Housing",
        SenderId = "somebody-else",
        SenderName = "Ada Sender",
        Learning = learning,
        Message = Message,
        SentUtc = shownUtc,
        ShownUtc = shownUtc,
        State = state,
    };
}
