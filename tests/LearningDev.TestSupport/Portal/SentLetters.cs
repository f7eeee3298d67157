using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.TestSupport.Portal;

/// <summary>A letter that waits in the outbox.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
public sealed record SentLetter(string To, string Subject, string Text);

/// <summary>Reads the letters that the portal has written, which are encrypted in its outbox.</summary>
public static class SentLetters
{
    /// <summary>All letters that are kept in the outbox, the oldest first.</summary>
    public static async Task<IReadOnlyList<SentLetter>> SentLettersAsync(this PortalHost portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        await using var scope = portal.Scope();
        var payload = scope.ServiceProvider.GetRequiredService<OutboxPayload>();
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().Where(row => row.Kind == "email" && row.Payload != null).OrderBy(row => row.CreatedUtc).ToListAsync();
        return [.. rows.Select(row => (Letter)payload.Unprotect(row.Payload!, typeof(Letter))).Select(letter => new SentLetter(letter.To, letter.Subject, letter.Text))];
    }
}
