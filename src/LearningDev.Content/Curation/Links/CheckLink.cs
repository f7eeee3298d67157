using System.Text.Json.Serialization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>The message that has a link checked now.</summary>
/// <param name="Id">The link's id.</param>
/// <param name="Host">The site's host, for administrators.</param>
internal sealed record CheckLink(string Id, string Host) : IDescribedMessage
{
    /// <inheritdoc />
    [JsonIgnore]
    public string Description => Host;
}

/// <summary>Checks a link that somebody has asked for.</summary>
internal sealed class CheckLinkHandler(PortalDb db, LinkResults results, LinkOptions options, ISettings settings, TimeProvider time) : IOutboxHandler<CheckLink>
{
    public async Task DeliverAsync(CheckLink message, OutboxDelivery delivery, CancellationToken cancellation)
    {
        if (await db.Links.Where(link => link.Id == message.Id).Select(link => link.Url).SingleOrDefaultAsync(cancellation) is not { } url)
        {
            return;
        }

        using var visitor = new LinkVisitor(new LinkRules(await settings.GetAsync<LinkSettings>(cancellation), options), time);
        await results.KeepAsync(message.Id, await visitor.VisitAsync(url, cancellation), cancellation);
    }
}
