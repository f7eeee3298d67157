using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications.Reading;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications;

/// <summary>Writes a row for each person who is told, and what is sent to them into the outbox.</summary>
internal sealed class Notifier(
    PortalDb db, NotificationKinds kinds, NotificationPost post, NotificationClock clock, UnreadNotifications unread, ISettings settings, TimeProvider time) : INotifications
{
    private const int PeopleAtOnce = 100;

    public async Task<int> NotifyAsync(Notification notification, CancellationToken cancellation = default)
    {
        Check(notification);
        if (await kinds.FindAsync(notification.Kind, cancellation) is not { } kind)
        {
            return 0;
        }

        var words = notification.Words ?? kind.Words;
        Check(notification, kind.Kind, words);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var told = 0;
        // In one order, so that two who tell the same people wait for each other and never both.
        foreach (var ids in notification.To.Distinct().Order(StringComparer.Ordinal).Chunk(PeopleAtOnce))
        {
            told += await TellAsync(notification, kind, words, ids, cancellation);
        }

        await (own?.CommitAsync(cancellation) ?? Task.CompletedTask);
        return told;
    }

    private async Task<int> TellAsync(Notification notification, UsedKind kind, NotificationWords words, string[] ids, CancellationToken cancellation)
    {
        var isUrgent = notification.Importance == NotificationImportance.Urgent;
        var now = time.GetUtcNow().UtcDateTime;
        List<Told> all = [];
        foreach (var person in await RecipientsAsync(kind, ids, cancellation))
        {
            var values = await ValuesAsync(notification, person, cancellation);
            all.Add(new Told(person, new PersonNotification
            {
                Id = Identifiers.New(),
                PersonId = person.Id,
                Kind = kind.Kind.Key,
                Key = notification.Key,
                Subject = Shorten(OneLine(PlaceholderText.Fill(words.Subject, values)), PersonNotification.SubjectLength),
                Summary = Shorten(PlaceholderText.Fill(words.Summary, values), PersonNotification.SummaryLength),
                Text = PlaceholderText.Fill(words.Text, values).ReplaceLineEndings("\n"),
                Link = notification.Link ?? "",
                IsListed = person.Channels.Contains(NotificationChannel.Portal),
                CreatedUtc = now,
                DigestDueUtc = !isUrgent && person is { DigestHour: { } hour, Email.Length: > 0 } && person.Channels.Contains(NotificationChannel.Email)
                    ? await clock.NextDigestAsync(hour, now)
                    : null,
            }));
        }

        var written = await WriteAsync(all, cancellation);
        await post.SendAsync([.. all.Where(one => written.Contains(one.Row.Id))], isUrgent, cancellation);
        foreach (var one in all.Where(one => one.Row.IsListed && written.Contains(one.Row.Id)))
        {
            unread.Forget(one.Person.Id);
        }

        return written.Count;
    }

    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(UsedKind kind, string[] ids, CancellationToken cancellation)
    {
        var today = await clock.TodayAsync();
        var provesNumbers = (await settings.GetAsync<NotificationSettings>(cancellation)).ProveNumbers;
        var people = await db.Users.AsNoTracking()
            .Where(person => ids.Contains(person.Id) && person.DisabledUtc == null && (person.LeavesOn == null || person.LeavesOn >= today))
            .OrderBy(person => person.Id)
            .Select(person => new { person.Id, person.GivenName, person.FamilyName, person.Email }).ToListAsync(cancellation);
        var preferences = await db.Set<NotificationPreference>().AsNoTracking().Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, cancellation);
        var choices = (await db.Set<NotificationChoice>().AsNoTracking().Where(row => row.Kind == kind.Kind.Key && ids.Contains(row.PersonId)).ToListAsync(cancellation))
            .ToDictionary(row => (row.PersonId, row.Channel), row => row.IsOn);
        return
        [
            .. from person in people
               let preference = preferences.GetValueOrDefault(person.Id)
               let channels = Enum.GetValues<NotificationChannel>().Where(channel => kind.IsOn(channel, choices.TryGetValue((person.Id, channel), out var chosen) ? chosen : null))
               select new Recipient(person.Id, person.GivenName, person.FamilyName, person.Email ?? "", provesNumbers && preference?.ProvedNumber != preference?.TextNumber ? "" : preference?.TextNumber ?? "", preference?.DigestHour, channels.ToHashSet()),
        ];
    }

    private async Task<IReadOnlyDictionary<string, string>> ValuesAsync(Notification notification, Recipient person, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        return new Dictionary<string, string>(notification.Values)
        {
            ["given_name"] = person.CalledName,
            ["full_name"] = person.FullName,
            ["portal"] = site.SiteName,
            ["council"] = site.CouncilName,
        };
    }

    /// <summary>Writes the rows, but for those of people who have been told with the key before.</summary>
    /// <returns>The ids of the rows that are new.</returns>
    private async Task<IReadOnlySet<string>> WriteAsync(IReadOnlyList<Told> all, CancellationToken cancellation)
    {
        if (all.Count == 0)
        {
            return new HashSet<string>();
        }

        List<object> values = [];
        var rows = all.Select(one => one.Row).Select(row =>
        {
            string?[] cells = [.. new object?[]
            {
                row.Id, row.PersonId, row.Kind, row.Key, row.Subject, row.Summary, row.Text, row.Link, row.IsListed, row.CreatedUtc, row.DigestDueUtc,
            }.Select(value => Parameter(values, value))];
            return $"({string.Join(", ", cells)})";
        }).ToList();
        // In one statement, so that two who tell the same at once need no error to find out; the second waits for the first.
        var sql =
            $"""
            INSERT INTO {NotificationTables.Notifications} (id, person_id, kind, key, subject, summary, text, link, is_listed, created_utc, digest_due_utc)
            VALUES {string.Join(", ", rows)}
            ON CONFLICT (person_id, key) DO NOTHING RETURNING *
            """;
        var written = await db.Set<PersonNotification>().FromSqlRaw(sql, [.. values]).AsNoTracking().ToListAsync(cancellation);
        return written.Select(row => row.Id).ToHashSet();
    }

    // PostgreSQL must be told the type of a parameter, which null does not have.
    private static string Parameter(List<object> values, object? value)
    {
        if (value is null)
        {
            return "NULL";
        }

        values.Add(value);
        return $"{{{values.Count - 1}}}";
    }

    private static void Check(Notification notification)
    {
        if (string.IsNullOrWhiteSpace(notification.Key) || notification.Key.Length > Notification.LongestKey)
        {
            throw new InvalidOperationException($"A notification needs a key of up to {Notification.LongestKey} characters; \"{notification.Key}\" is none.");
        }

        if (notification.Link is { } link && (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal) || link.Length > Notification.LongestLink
            || link.Any(character => character == '\\' || char.IsControl(character) || char.IsWhiteSpace(character))))
        {
            throw new InvalidOperationException($"A notification leads to a page of the portal, by up to {Notification.LongestLink} characters that begin with a stroke; \"{link}\" does not.");
        }
    }

    private static void Check(Notification notification, NotificationKind kind, NotificationWords words)
    {
        if (kind.Placeholders.FirstOrDefault(placeholder => !notification.Values.ContainsKey(placeholder.Name)) is { } missing)
        {
            throw new InvalidOperationException($"The notification {notification.Key} has no value for {{{{ {missing.Name} }}}}, which the kind {kind.Key} declares.");
        }

        var known = kind.AllPlaceholders.Select(placeholder => placeholder.Name).ToList();
        if (((string[])[words.Subject, words.Summary, words.Text]).SelectMany(text => PlaceholderText.Unknown(text, known)).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"The words of the notification {notification.Key} have {unknown}, which the kind {kind.Key} does not declare.");
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}

/// <summary>Somebody who is told.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="GivenName">The given name; may be empty.</param>
/// <param name="FamilyName">The family name; may be empty.</param>
/// <param name="Email">The email address; may be empty.</param>
/// <param name="TextNumber">The number for text messages; empty for none, and for one that is still to be proved.</param>
/// <param name="DigestHour">The hour of the daily digest; null when the person gets each email at once.</param>
/// <param name="Channels">How the person is told.</param>
internal sealed record Recipient(
    string Id, string GivenName, string FamilyName, string Email, string TextNumber, int? DigestHour, IReadOnlySet<NotificationChannel> Channels)
{
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    public string CalledName => GivenName.Length > 0 ? GivenName : FullName;
}

/// <summary>A person with what they are told.</summary>
internal sealed record Told(Recipient Person, PersonNotification Row);
