using LearningDev.Platform.Email;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications.Wording;

/// <summary>Changes the words of a kind of notification, and shows what becomes of them (ADM-01).</summary>
internal sealed class WordingEditing(ISettings settings, SettingsGuard guard, NotificationKinds kinds, NotificationComposer composer)
{
    /// <summary>The kind, and the version of the settings that hold its words; null when there is no such kind.</summary>
    public async Task<(UsedKind Kind, int Version)?> FindAsync(string key, CancellationToken cancellation) =>
        (await kinds.AllAsync(cancellation)).FirstOrDefault(used => used.Kind.Key == key) is { } kind
            ? (kind, (await settings.ReadAsync<NotificationWordingSettings>(cancellation)).Version)
            : null;

    /// <summary>Says what is wrong with words, by the names of their fields.</summary>
    public async Task<IReadOnlyList<SettingsError>> CheckAsync(ChangedWording typed, CancellationToken cancellation)
    {
        var errors = await guard.CheckAsync(nameof(NotificationWordingSettings), System.Text.Json.JsonSerializer.Serialize(new NotificationWordingSettings { Changed = [typed] }, Data.PortalJson.Compact), cancellation);
        return [.. errors.Select(error => error with { Property = error.Property[(error.Property.LastIndexOf('.') + 1)..] })];
    }

    /// <summary>Saves words that hold to the rules. Words as they are shipped are not kept, so that they follow a newer version of the portal.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else has saved words since the version was read.</exception>
    public async Task<bool> SaveAsync(UsedKind kind, ChangedWording? typed, int version, CancellationToken cancellation)
    {
        var section = (await settings.ReadAsync<NotificationWordingSettings>(cancellation)).Section;
        section.Changed.RemoveAll(row => row.Kind == kind.Kind.Key);
        if (typed is not null && !IsAsShipped(kind.Kind, typed))
        {
            section.Changed.Add(typed);
        }

        section.Changed.Sort((one, other) => string.CompareOrdinal(one.Kind, other.Kind));
        return await settings.SaveAsync(section, version, cancellation);
    }

    /// <summary>What a person would get, with the made-up values of the placeholders.</summary>
    public async Task<WordingPreview> PreviewAsync(UsedKind kind, NotificationWords words, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var values = kind.Kind.AllPlaceholders.DistinctBy(placeholder => placeholder.Name).ToDictionary(placeholder => placeholder.Name, placeholder => placeholder.Example);
        (values["portal"], values["council"]) = (site.SiteName, site.CouncilName);
        var row = new PersonNotification
        {
            Id = "example",
            PersonId = "",
            Kind = kind.Kind.Key,
            Key = "",
            Subject = PlaceholderText.Fill(words.Subject, values),
            Summary = PlaceholderText.Fill(words.Summary, values),
            Text = PlaceholderText.Fill(words.Text, values),
            Link = "/example",
            CreatedUtc = default,
        };
        var person = new Recipient("", values["given_name"], "Example", "sam@council.example", "", null, new HashSet<NotificationChannel>());
        return new WordingPreview(row.Subject, row.Summary, await composer.LetterAsync(person, row, cancellation), await composer.TextMessageAsync(row, cancellation));
    }

    private static bool IsAsShipped(NotificationKind kind, ChangedWording typed) =>
        new NotificationWords(typed.Subject, typed.Summary, typed.Text) == kind.Words && typed.Channels.ToHashSet().SetEquals(kind.Channels);
}

/// <summary>What a person would get.</summary>
internal sealed record WordingPreview(string Subject, string Summary, Letter Letter, string TextMessage);
