using LearningDev.Platform.Email;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications;

/// <summary>Puts what people are told by email and text message into the outbox, not before the quiet hours are over.</summary>
internal sealed class NotificationPost(IOutbox outbox, NotificationComposer composer, NotificationClock clock, NotifyOptions notify, ISettings settings)
{
    /// <summary>Sends to each person what is to be sent now; what is kept for a digest is not.</summary>
    public async Task SendAsync(IReadOnlyList<Told> all, bool isUrgent, CancellationToken cancellation)
    {
        DateTime? notBefore = isUrgent ? null : await clock.NextLoudAsync();
        List<(Letter Letter, string Key)> letters = [];
        List<(NotifyMessage Message, string Key)> texts = [];
        foreach (var (person, row) in all)
        {
            if (person.Channels.Contains(NotificationChannel.Email) && person.Email.Length > 0 && row.DigestDueUtc is null)
            {
                letters.Add((await composer.LetterAsync(person, row, cancellation), $"notification:{row.Id}:email"));
            }

            if (person.Channels.Contains(NotificationChannel.Text) && person.TextNumber.Length > 0 && await CanSendTextsAsync(cancellation))
            {
                texts.Add((new NotifyMessage(NotificationChannel.Text, person.TextNumber, "", await composer.TextMessageAsync(row, cancellation)), $"notification:{row.Id}:text"));
            }
        }

        await SendAsync(letters, notBefore, cancellation);
        await outbox.EnqueueAllAsync(texts, notBefore, cancellation);
    }

    /// <summary>Sends letters by the mail server or by GOV.UK Notify, as the settings say, once the quiet hours are over.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> SendAfterQuietHoursAsync(IReadOnlyList<(Letter Letter, string Key)> letters, CancellationToken cancellation) =>
        await SendAsync(letters, await clock.NextLoudAsync(), cancellation);

    /// <summary>True when text messages can be sent: GOV.UK Notify is set up for them.</summary>
    public async Task<bool> CanSendTextsAsync(CancellationToken cancellation) =>
        notify.IsSetUp && (await settings.GetAsync<NotificationSettings>(cancellation)).TextTemplateId.Length > 0;

    private async Task<int> SendAsync(IReadOnlyList<(Letter Letter, string Key)> letters, DateTime? notBefore, CancellationToken cancellation) =>
        notify.IsSetUp && (await settings.GetAsync<NotificationSettings>(cancellation)).EmailTemplateId.Length > 0
            ? await outbox.EnqueueAllAsync(
                [.. letters.Select(one => (new NotifyMessage(NotificationChannel.Email, one.Letter.To, one.Letter.Subject, one.Letter.Text), one.Key))], notBefore, cancellation)
            : await outbox.EnqueueAllAsync(letters, notBefore, cancellation);
}
