namespace LearningDev.Platform.Notifications;

/// <summary>A kind of notification, which a module declares at its door. People choose how they are told of each kind, and administrators change its words.</summary>
/// <param name="Key">The kind's name in the database, for example "request-decided": small letters, digits and hyphens, up to 60 characters. It stays.</param>
/// <param name="Name">What people call it, for example "Decisions on your requests".</param>
/// <param name="Description">One sentence that says when it is sent.</param>
/// <param name="Words">The words that are shipped.</param>
public sealed record NotificationKind(string Key, string Name, string Description, NotificationWords Words)
{
    internal const int LongestKey = 60;

    /// <summary>The placeholders of the words, besides <see cref="NotificationPlaceholder.Everywhere"/>.</summary>
    public IReadOnlyList<NotificationPlaceholder> Placeholders { get; init; } = [];

    /// <summary>How people are told unless they or administrators have chosen otherwise.</summary>
    public IReadOnlyList<NotificationChannel> Channels { get; init; } = [NotificationChannel.Portal, NotificationChannel.Email];

    /// <summary>False when people cannot leave out the ways that they are told by; they may add others.</summary>
    public bool MayBeSwitchedOff { get; init; } = true;

    /// <summary>True for what can be the key of a kind.</summary>
    internal static bool IsKey(string text) =>
        text.Length is > 0 and <= LongestKey && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>All placeholders that the words may have.</summary>
    internal IEnumerable<NotificationPlaceholder> AllPlaceholders => Placeholders.Concat(NotificationPlaceholder.Everywhere);
}

/// <summary>The words of a notification: plain text, in which <c>{{ name }}</c> stands for a value.</summary>
/// <param name="Subject">One line: the subject of the email and the line in the person's list. Up to <see cref="LongestSubject"/> characters.</param>
/// <param name="Summary">One or two sentences, for lists, digests and text messages. Up to <see cref="LongestSummary"/> characters.</param>
/// <param name="Text">The whole text, without greeting, link and name of the portal, which are added. Up to <see cref="LongestText"/> characters.</param>
public sealed record NotificationWords(string Subject, string Summary, string Text)
{
    /// <summary>The most characters of a subject.</summary>
    public const int LongestSubject = 150;

    /// <summary>The most characters of a summary.</summary>
    public const int LongestSummary = 300;

    /// <summary>The most characters of a text.</summary>
    public const int LongestText = 8000;
}

/// <summary>Something in the words of a notification that is different each time.</summary>
/// <param name="Name">Its name between the braces: small letters, digits and underscores, for example "course".</param>
/// <param name="Meaning">What it stands for, as administrators read it.</param>
/// <param name="Example">A made-up value for previews.</param>
public sealed record NotificationPlaceholder(string Name, string Meaning, string Example)
{
    /// <summary>The placeholders that the words of every kind may have; the portal knows their values.</summary>
    public static IReadOnlyList<NotificationPlaceholder> Everywhere { get; } =
    [
        new("given_name", "The given name of who is told", "Sam"),
        new("full_name", "The full name of who is told", "Sam Example"),
        new("portal", "The name of the portal", "Staff portal"),
        new("council", "The name of the council", "The council"),
    ];
}
