using System.ComponentModel.DataAnnotations;

namespace LearningDev.Platform.Notifications;

/// <summary>
/// Tells people something, each in the ways that they have chosen: in the portal, by email, by text message, at once or in a daily digest. All that is sent goes
/// through the outbox.
/// </summary>
public interface INotifications
{
    /// <summary>
    /// Tells people something, in the caller's transaction: when that is rolled back, nobody is told. Who has left or is disabled is not told, and nobody is while the
    /// module that declares the kind is switched off. Asked again with the same key, it tells only those who have not been told.
    /// </summary>
    /// <param name="notification">What is told to whom.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>How many people are told now.</returns>
    /// <exception cref="InvalidOperationException">No module declares the kind; the key, the link or a value is missing or not right.</exception>
    Task<int> NotifyAsync(Notification notification, CancellationToken cancellation = default);
}

/// <summary>Something that people are told.</summary>
/// <param name="Kind">The key of a kind that a module has declared with <see cref="Modules.ModuleBuilder.Notification"/>.</param>
/// <param name="Key">
/// What makes it one of its kind, for example "request-decided:01abc:3". A person is told once with a key, as long as notifications are kept. Up to
/// <see cref="LongestKey"/> characters.
/// </param>
/// <param name="To">The ids of the people.</param>
public sealed record Notification(string Kind, string Key, IReadOnlyCollection<string> To)
{
    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 150;

    /// <summary>The most characters of a link.</summary>
    public const int LongestLink = 400;

    /// <summary>The values of the kind's placeholders, by name. Every placeholder that the kind declares needs one.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The page of the portal that it leads to, for example "/requests/01abc"; null when there is none. Up to <see cref="LongestLink"/> characters.</summary>
    public string? Link { get; init; }

    /// <summary>How important it is.</summary>
    public NotificationImportance Importance { get; init; }

    /// <summary>Words in the place of the kind's, with the same placeholders, such as those of one step of a workflow; null for the kind's own.</summary>
    public NotificationWords? Words { get; init; }
}

/// <summary>How important a notification is.</summary>
public enum NotificationImportance
{
    /// <summary>It can wait for the end of the quiet hours and for a digest.</summary>
    Usual,

    /// <summary>It is sent at once: quiet hours and digests do not hold it up.</summary>
    Urgent,
}

/// <summary>The ways in which people are told.</summary>
public enum NotificationChannel
{
    /// <summary>In the portal: the list of the person's notifications, and the number of unread ones on every page.</summary>
    [Display(Name = "In the portal")]
    Portal,

    /// <summary>By email.</summary>
    [Display(Name = "By email")]
    Email,

    /// <summary>By text message.</summary>
    [Display(Name = "By text message")]
    Text,
}
