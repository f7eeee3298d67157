using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Email;

/// <summary>Delivers letters: to the mail server, or as files where none is configured.</summary>
internal sealed class LetterHandler(ISettings settings, EmailOptions options, SmtpPost post, LetterFolder folder, TimeProvider time) : IOutboxHandler<Letter>
{
    public async Task DeliverAsync(Letter message, OutboxDelivery delivery, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var composed = LetterComposer.Compose(message, delivery.Id, options, site.SiteName, time.GetUtcNow());
        if (options.Smtp.Host.Length == 0)
        {
            await folder.AddAsync(delivery.Id, composed, cancellation);
        }
        else
        {
            await post.SendAsync(composed, delivery, cancellation);
        }
    }
}
