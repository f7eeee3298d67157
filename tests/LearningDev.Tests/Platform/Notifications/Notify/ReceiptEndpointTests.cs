using System.Net;
using System.Text;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Notifications.Notify;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Notify;

public class ReceiptEndpointTests(NotificationPortal portal) : IClassFixture<NotificationPortal>
{
    [Theory]
    [InlineData("delivered", NotifyState.Delivered)]
    [InlineData("permanent-failure", NotifyState.PermanentFailure)]
    [InlineData("temporary-failure", NotifyState.TemporaryFailure)]
    [InlineData("technical-failure", NotifyState.TechnicalFailure)]
    [InlineData("of-tomorrow", NotifyState.Accepted)]
    public async Task Post_RightToken_NotesWhatBecameOfTheMessage(string status, object state)
    {
        await AddAsync($"ref-{status}");

        using var answer = await PostAsync(NotificationPortal.Token, Receipt($"ref-{status}", status));

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StateAsync($"ref-{status}")).ShouldBe(state);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("a-token-of-more-t")]
    public async Task Post_WrongToken_IsRefusedAndChangesNothing(string? token)
    {
        await AddAsync($"refused-{token ?? "none"}");

        using var answer = await PostAsync(token, Receipt($"refused-{token ?? "none"}", "delivered"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await StateAsync($"refused-{token ?? "none"}")).ShouldBe(NotifyState.Accepted);
    }

    [Fact]
    public async Task Post_OfAnotherPortal_IsTakenSoThatItIsNotRepeated()
    {
        using var answer = await PostAsync(NotificationPortal.Token, Receipt("nobody-knows", "delivered"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Post_NoReceipt_IsABadRequest(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await PostAsync(NotificationPortal.Token, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_TooLong_IsABadRequest()
    {
        using var content = new StringContent(new string(' ', 20_000), Encoding.UTF8, "application/json");
        using var answer = await PostAsync(NotificationPortal.Token, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static StringContent Receipt(string reference, string status) => new(
        $$"""
        {"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"{{reference}}","to":"+447700900982","status":"{{status}}","created_at":"2026-03-10T11:00:00.000000Z",
         "completed_at":"2026-03-10T11:00:02.000000Z","sent_at":"2026-03-10T11:00:01.000000Z","notification_type":"sms","template_id":"{{NotifyStub.TextTemplate}}","template_version":1}
        """, Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> PostAsync(string? token, HttpContent content)
    {
        using var client = portal.SignedOut();
        using var request = new HttpRequestMessage(HttpMethod.Post, ReceiptEndpoint.Address) { Content = content };
        // Counted before it is sent, as Notify does.
        await content.LoadIntoBufferAsync();
        content.Headers.ContentLength = (await content.ReadAsByteArrayAsync()).Length;
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return await client.SendAsync(request);
    }

    private Task<int> AddAsync(string reference) => portal.ReadAsync(db =>
    {
        db.Add(new NotifyHandOver
        {
            Reference = reference,
            Channel = NotificationChannel.Text,
            State = NotifyState.Accepted,
            BegunUtc = NotificationPortal.Morning,
            ChangedUtc = NotificationPortal.Morning,
        });
        return db.SaveChangesAsync();
    });

    private Task<NotifyState> StateAsync(string reference) => portal.ReadAsync(db => db.Set<NotifyHandOver>().Where(row => row.Reference == reference).Select(row => row.State).SingleAsync());
}
