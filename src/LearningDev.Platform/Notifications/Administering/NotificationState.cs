using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Administering;

/// <summary>Whether what people are told arrives: how email and text messages are set up, and what failed.</summary>
internal sealed class NotificationState(PortalDb db, NotifyOptions notify, NotifyClient client, EmailOptions email, ISettings settings)
{
    private const int Shown = 20;

    private static readonly NotifyState[] Failures = [NotifyState.PermanentFailure, NotifyState.TemporaryFailure, NotifyState.TechnicalFailure];

    /// <summary>How the channels are set up, and what failed.</summary>
    public async Task<ChannelState> ReadAsync(CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<NotificationSettings>(cancellation);
        var failed = await db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Failed && (row.Kind == "email" || row.Kind == "notify"))
            .GroupBy(row => row.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancellation);
        var undelivered = await db.Set<NotifyHandOver>().AsNoTracking().Where(row => Failures.Contains(row.State))
            .OrderByDescending(row => row.ChangedUtc).ThenBy(row => row.Reference).Take(Shown).ToListAsync(cancellation);
        return new ChannelState(
            notify.IsSetUp, notify.HasCallback, rules.TextTemplateId.Length > 0, rules.EmailTemplateId.Length > 0, email.Smtp.Host, failed.GetValueOrDefault("email"), failed.GetValueOrDefault("notify"), undelivered);
    }

    /// <summary>Asks GOV.UK Notify for the templates of the settings.</summary>
    /// <returns>What it says, in a sentence; and whether that is good.</returns>
    public async Task<(bool IsGood, string Said)> AskNotifyAsync(CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<NotificationSettings>(cancellation);
        string[] templates = [.. ((string[])[rules.TextTemplateId, rules.EmailTemplateId]).Where(id => id.Length > 0)];
        if (!notify.IsSetUp || templates.Length == 0)
        {
            return (false, "GOV.UK Notify is not set up");
        }

        try
        {
            List<string> names = [];
            foreach (var template in templates)
            {
                names.Add(await client.TemplateNameAsync(template, cancellation));
            }

            return (true, $"GOV.UK Notify answers and knows the templates: {string.Join(", ", names)}");
        }
        catch (Exception fault) when (fault is NotifyFailedException or UndeliverableException)
        {
            return (false, fault.Message);
        }
    }
}

/// <summary>How the channels are set up, and what failed.</summary>
/// <param name="HasKey">True when there is a key for GOV.UK Notify.</param>
/// <param name="HasCallback">True when Notify tells what became of messages.</param>
/// <param name="SendsTexts">True when the settings have a template for text messages.</param>
/// <param name="SendsEmailByNotify">True when notifications by email go by Notify.</param>
/// <param name="MailServer">The mail server; empty for none.</param>
/// <param name="FailedEmails">How many emails were set aside.</param>
/// <param name="FailedByNotify">How many messages for Notify were set aside.</param>
/// <param name="Undelivered">What Notify could not deliver, the newest first.</param>
internal sealed record ChannelState(
    bool HasKey, bool HasCallback, bool SendsTexts, bool SendsEmailByNotify, string MailServer, int FailedEmails, int FailedByNotify, IReadOnlyList<NotifyHandOver> Undelivered);
