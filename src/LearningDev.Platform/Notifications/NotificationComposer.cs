using System.Text;
using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications;

/// <summary>Writes the letters and text messages that people get, around the words of their notifications.</summary>
internal sealed class NotificationComposer(PortalAddress address, ISettings settings)
{
    /// <summary>The page on which people choose how they are told.</summary>
    public const string ChoicesPage = "/account/notifications";

    // GOV.UK Notify refuses more (918 characters).
    private const int LongestTextMessage = 900;

    // A letter is to be read; the portal has the rest.
    private const int MostInDigest = 50;

    /// <summary>The letter about one notification.</summary>
    public async Task<Letter> LetterAsync(Recipient person, PersonNotification row, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        StringBuilder text = new();
        Append(text, $"Dear {person.CalledName},", row.Text.TrimEnd());
        if (LinkOf(row) is { } link)
        {
            Append(text, link);
        }

        return new Letter(person.Email, person.FullName, $"{row.Subject} – {site.SiteName}", End(text, site));
    }

    /// <summary>The text message about one notification: its summary and its link.</summary>
    public async Task<string> TextMessageAsync(PersonNotification row, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var link = LinkOf(row) is { } url ? $" {url}" : "";
        var words = string.Join(' ', $"{site.SiteName}: {row.Summary}".Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var room = Math.Max(0, LongestTextMessage - link.Length);
        return (words.Length <= room ? words : string.Concat(words.AsSpan(0, room - 1), "…")) + link;
    }

    /// <summary>The letter with all that was kept for a person's digest, oldest first.</summary>
    public async Task<Letter> DigestAsync(Recipient person, IReadOnlyList<PersonNotification> rows, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        StringBuilder text = new();
        Append(text, $"Dear {person.CalledName},", rows.Count == 1 ? "This is new for you:" : $"These {rows.Count} things are new for you:");
        foreach (var row in rows.Take(MostInDigest))
        {
            Append(text, row.Subject == row.Summary ? row.Subject : $"{row.Subject}\n{row.Summary}{(LinkOf(row) is { } link ? $"\n{link}" : "")}");
        }

        if (rows.Count > MostInDigest)
        {
            Append(text, address.Of("/notifications") is { } list ? $"And {rows.Count - MostInDigest} more:\n{list}" : $"And {rows.Count - MostInDigest} more, in the portal.");
        }

        return new Letter(person.Email, person.FullName, $"{(rows.Count == 1 ? "1 notification" : $"{rows.Count} notifications")} – {site.SiteName}", End(text, site));
    }

    // Opening it by its own page notes that it was read.
    private string? LinkOf(PersonNotification row) => row.Link.Length == 0 ? null : address.Of(row.IsListed ? $"/notifications/{row.Id}" : row.Link);

    private string End(StringBuilder text, SiteSettings site)
    {
        Append(text, $"{site.SiteName}, {site.CouncilName}");
        if (address.Of(ChoicesPage) is { } choices)
        {
            Append(text, $"Choose how you are told:\n{choices}");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, params IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            text.Append(paragraph).Append("\n\n");
        }
    }
}
