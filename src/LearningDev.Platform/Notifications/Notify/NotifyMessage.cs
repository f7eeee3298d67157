using System.Text.Json.Serialization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Notifications.Choosing;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Notify;

/// <summary>A text message or an email that goes by GOV.UK Notify.</summary>
/// <param name="Channel">Which of the two.</param>
/// <param name="To">The number or address.</param>
/// <param name="Subject">The subject of an email.</param>
/// <param name="Text">The text.</param>
internal sealed record NotifyMessage(NotificationChannel Channel, string To, string Subject, string Text) : IDescribedMessage
{
    [JsonIgnore]
    public string Description => Channel == NotificationChannel.Email ? LetterComposer.Masked(To) : $"text to {TextNumber.Masked(To)}";
}

/// <summary>
/// Delivers by GOV.UK Notify. Notify does not tell repetitions by itself, so the portal notes that a message is about to be handed over before it is; when an earlier attempt was, it
/// asks Notify first whether it has the message.
/// </summary>
internal sealed class NotifyHandler(PortalDb db, NotifyClient notify, NotifyOptions options, ISettings settings, TimeProvider time) : IOutboxHandler<NotifyMessage>
{
    public async Task DeliverAsync(NotifyMessage message, OutboxDelivery delivery, CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<NotificationSettings>(cancellation);
        var templateId = message.Channel == NotificationChannel.Email ? rules.EmailTemplateId : rules.TextTemplateId;
        if (!options.IsSetUp || templateId.Length == 0)
        {
            throw new NotifyFailedException("GOV.UK Notify is not set up: it needs a key (Notify:ApiKey) and the id of a template in the settings.");
        }

        var earlier = await db.Set<NotifyHandOver>().AsNoTracking().SingleOrDefaultAsync(row => row.Reference == delivery.Id, cancellation);
        if (earlier is null)
        {
            db.Add(new NotifyHandOver { Reference = delivery.Id, Channel = message.Channel, About = message.Description, BegunUtc = Now, ChangedUtc = Now });
            await db.SaveChangesAsync(cancellation);
        }
        else if (earlier.State != NotifyState.Begun)
        {
            return;
        }

        var id = earlier is null ? null : await notify.FindAsync(delivery.Id, cancellation);
        id ??= await notify.SendAsync(Request(message, delivery.Id, templateId, rules), cancellation);
        var now = Now;
        // Notify may have told already what became of it.
        await db.Set<NotifyHandOver>().Where(row => row.Reference == delivery.Id && row.State == NotifyState.Begun).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.State, NotifyState.Accepted).SetProperty(x => x.NotifyId, id).SetProperty(x => x.ChangedUtc, now), cancellation);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static NotifyRequest Request(NotifyMessage message, string reference, string templateId, NotificationSettings rules) => message.Channel == NotificationChannel.Email
        ? new NotifyRequest(templateId, reference, new Dictionary<string, string> { ["subject"] = message.Subject, ["message"] = message.Text })
        {
            EmailAddress = message.To,
            EmailReplyToId = rules.EmailReplyToId.Length > 0 ? rules.EmailReplyToId : null,
        }
        : new NotifyRequest(templateId, reference, new Dictionary<string, string> { ["message"] = message.Text })
        {
            PhoneNumber = message.To,
            SmsSenderId = rules.TextSenderId.Length > 0 ? rules.TextSenderId : null,
        };
}

/// <summary>A message that was or is about to be handed to GOV.UK Notify, and what became of it there.</summary>
internal sealed class NotifyHandOver
{
    public const int LongestAbout = 200;

    /// <summary>The id of the message of the outbox, by which Notify knows it too.</summary>
    public required string Reference { get; init; }

    /// <summary>Notify's own id; empty while it is not known.</summary>
    public string NotifyId { get; set; } = "";

    public required NotificationChannel Channel { get; init; }

    /// <summary>What an administrator may know of it, for example "text to …123".</summary>
    public string About { get; init; } = "";

    public NotifyState State { get; set; }

    public required DateTime BegunUtc { get; init; }

    public required DateTime ChangedUtc { get; set; }
}

/// <summary>How far a message has come at GOV.UK Notify.</summary>
internal enum NotifyState
{
    /// <summary>It is about to be handed over, or was and no answer came.</summary>
    Begun,

    /// <summary>Notify has it.</summary>
    Accepted,

    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>The number or address does not exist.</summary>
    PermanentFailure,

    /// <summary>The telephone was off or the mailbox full for too long.</summary>
    TemporaryFailure,

    /// <summary>Notify or a network had a fault.</summary>
    TechnicalFailure,
}
