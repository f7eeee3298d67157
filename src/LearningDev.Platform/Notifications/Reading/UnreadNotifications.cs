using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Reading;

/// <summary>How many notifications a person has not read, which every page shows.</summary>
internal sealed class UnreadNotifications(PortalDb db, PortalCache cache, NotificationKinds kinds, CurrentPerson person)
{
    /// <summary>The most that are counted; it stands for that many or more.</summary>
    public const int Most = 100;

    /// <summary>The count of the signed-in person as the masthead shows it: "3", or "99+"; empty for none.</summary>
    public async Task<string> WordsAsync(CancellationToken cancellation) => await CountAsync(person.Id!, cancellation) switch
    {
        0 => "",
        Most => $"{Most - 1}+",
        var count => $"{count}",
    };

    /// <summary>How many a person has not read.</summary>
    public async Task<int> CountAsync(string personId, CancellationToken cancellation) => (await cache.GetAsync(db, Key(personId), async () =>
    {
        var keys = await kinds.KeysAsync(cancellation);
        return new Unread(keys.Count == 0 ? 0 : await db.Set<PersonNotification>()
            .Where(row => row.PersonId == personId && row.ReadUtc == null && row.IsListed && keys.Contains(row.Kind)).OrderBy(row => row.Id).Take(Most).CountAsync(cancellation));
    })).Count;

    /// <summary>Has a person's notifications counted anew once the changes made so far are committed.</summary>
    public void Forget(string personId) => cache.ForgetOnCommit(db, Key(personId));

    private static string Key(string personId) => $"notifications:{personId}";

    private sealed record Unread(int Count);
}
