using LearningDev.Platform.Email;
using LearningDev.Tests.Platform.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Email;

internal static class LetterPages
{
    /// <summary>Sends a letter, which becomes a file because there is no mail server.</summary>
    /// <returns>The letter's id.</returns>
    public static async Task<string> SendAsync(OutboxPortal portal, string subject, string text = "Hello\n\nhttps://portal.example/reset?token=abc\n\n<b>Bye</b>")
    {
        var key = $"letter:{subject}";
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<IEmail>().SendAsync(new Letter("maya@council.example", "Maya", subject, text), key);
        }

        await portal.DeliverAsync();
        return (await portal.MessageAsync(key)).Id;
    }
}
