using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings.Fields;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Choosing;

/// <summary>How the signed-in person is told: reads and changes it.</summary>
internal sealed class NotificationChoices(PortalDb db, NotificationKinds kinds, NotificationClock clock, CurrentPerson person, IEvents events, TimeProvider time)
{
    /// <summary>The ways as people read them.</summary>
    public static IReadOnlyDictionary<NotificationChannel, string> ChannelNames { get; } =
        SettingsSchema.ChoicesOf(typeof(NotificationChannel)).ToDictionary(choice => Enum.Parse<NotificationChannel>(choice.Value), choice => choice.Text);

    /// <summary>What the person has chosen.</summary>
    public async Task<ChosenNotifications> ReadAsync(CancellationToken cancellation)
    {
        var preference = await db.Set<NotificationPreference>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation);
        var chosen = await db.Set<NotificationChoice>().AsNoTracking().Where(row => row.PersonId == person.Id).ToDictionaryAsync(row => (row.Kind, row.Channel), row => row.IsOn, cancellation);
        return new ChosenNotifications(
            await kinds.AllAsync(cancellation), chosen, preference?.DigestHour, preference?.TextNumber ?? "",
            await db.Users.Where(row => row.Id == person.Id).Select(row => row.Email).SingleOrDefaultAsync(cancellation) ?? "");
    }

    /// <summary>Keeps what the person has chosen.</summary>
    /// <param name="on">The ways that are on, for every kind.</param>
    /// <param name="offered">The ways that could be chosen; the others stay as they are.</param>
    /// <param name="digestHour">The hour of the digest; null to get each email at once.</param>
    /// <param name="textNumber">The number for text messages; empty for none.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when nothing is different.</returns>
    public async Task<bool> SaveAsync(
        IReadOnlySet<(string Kind, NotificationChannel Channel)> on, IReadOnlyCollection<NotificationChannel> offered, int? digestHour, string textNumber, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(person.Id!, cancellation);
        var preference = await db.Set<NotificationPreference>().SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation);
        var rows = await db.Set<NotificationChoice>().Where(row => row.PersonId == person.Id).ToDictionaryAsync(row => (row.Kind, row.Channel), cancellation);
        List<AuditChange> changes = [];
        foreach (var kind in await kinds.AllAsync(cancellation))
        {
            foreach (var channel in offered.Where(channel => !kind.IsFixed(channel)))
            {
                var row = rows.GetValueOrDefault((kind.Kind.Key, channel));
                var (was, becomes) = (kind.IsOn(channel, row?.IsOn), on.Contains((kind.Kind.Key, channel)));
                if (was != becomes)
                {
                    changes.Add(new AuditChange($"{kind.Kind.Name}: {ChannelNames[channel]}", YesOrNo(was), YesOrNo(becomes)));
                    Keep(row, kind, channel, becomes);
                }
            }
        }

        if (preference?.DigestHour != digestHour)
        {
            changes.Add(new AuditChange("Daily digest", HourWords(preference?.DigestHour), HourWords(digestHour)));
            await MoveDigestAsync(digestHour, cancellation);
        }

        if ((preference?.TextNumber ?? "") != textNumber)
        {
            changes.Add(new AuditChange("Number for text messages", TextNumber.Masked(preference?.TextNumber ?? ""), TextNumber.Masked(textNumber)));
        }

        if (changes.Count == 0)
        {
            return false;
        }

        preference ??= db.Add(new NotificationPreference { PersonId = person.Id! }).Entity;
        (preference.DigestHour, preference.TextNumber) = (digestHour, textNumber);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new NotificationChoicesChanged(person.Id!, person.Name, changes), cancellation);
        return true;
    }

    /// <summary>An hour as people read it; "Off" for none.</summary>
    public static string HourWords(int? hour) => hour is { } known ? DateWords.Time(new TimeOnly(known, 0)) : "Off";

    // What is as the portal would do it is not kept, so that it follows when administrators change that.
    private void Keep(NotificationChoice? row, UsedKind kind, NotificationChannel channel, bool isOn)
    {
        if (isOn == kind.IsOn(channel, chosen: null))
        {
            if (row is not null)
            {
                db.Remove(row);
            }
        }
        else if (row is null)
        {
            db.Add(new NotificationChoice { PersonId = person.Id!, Kind = kind.Kind.Key, Channel = channel, IsOn = isOn });
        }
        else
        {
            row.IsOn = isOn;
        }
    }

    private async Task MoveDigestAsync(int? hour, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        DateTime? due = hour is { } known ? await clock.NextDigestAsync(known, now) : now;
        await db.Set<PersonNotification>().Where(row => row.PersonId == person.Id && row.DigestDueUtc != null)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.DigestDueUtc, due), cancellation);
    }

    private static string YesOrNo(bool value) => value ? "Yes" : "No";
}

/// <summary>How a person is told.</summary>
/// <param name="Kinds">All kinds.</param>
/// <param name="Chosen">What the person has chosen other than the portal would.</param>
/// <param name="DigestHour">The hour of the digest; null for none.</param>
/// <param name="TextNumber">The number for text messages; may be empty.</param>
/// <param name="Email">The email address; may be empty.</param>
internal sealed record ChosenNotifications(
    IReadOnlyList<UsedKind> Kinds, IReadOnlyDictionary<(string Kind, NotificationChannel Channel), bool> Chosen, int? DigestHour, string TextNumber, string Email)
{
    public bool IsOn(UsedKind kind, NotificationChannel channel) => kind.IsOn(channel, Chosen.TryGetValue((kind.Kind.Key, channel), out var chosen) ? chosen : null);
}

/// <summary>A person has changed how they are told.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Changes">What was changed; of numbers only the end.</param>
public sealed record NotificationChoicesChanged(string PersonId, string PersonName, IReadOnlyList<AuditChange> Changes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => "Changed how they are told of what concerns them";
}
