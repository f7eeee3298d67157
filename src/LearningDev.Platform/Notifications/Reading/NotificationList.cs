using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Reading;

/// <summary>The notifications of the signed-in person: a list, and what has been read of it.</summary>
internal sealed class NotificationList(PortalDb db, NotificationKinds kinds, UnreadNotifications unread, CurrentPerson person, IEvents events, TimeProvider time)
{
    /// <summary>A page of the list, newest first. A page past the end is the last.</summary>
    public async Task<NotificationPage> PageAsync(int page, int size, CancellationToken cancellation)
    {
        var own = await OwnAsync(cancellation);
        var total = await own.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await own.AsNoTracking().OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new NotificationPage(rows, page, pages, await own.AnyAsync(row => row.ReadUtc == null, cancellation));
    }

    /// <summary>Notes that a notification was opened, and says what it is; null when the person has none of that id.</summary>
    public async Task<PersonNotification?> OpenAsync(string id, CancellationToken cancellation)
    {
        if (await (await OwnAsync(cancellation)).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } notification)
        {
            return null;
        }

        if (notification.ReadUtc is null)
        {
            // That somebody reads their own post is no change that the audit is for.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await NoteReadAsync(row => row.Where(one => one.Id == id), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return notification;
    }

    /// <summary>Marks a notification as read.</summary>
    /// <returns>False when there is no unread one of that id.</returns>
    public Task<bool> MarkReadAsync(string id, CancellationToken cancellation) => MarkAsync(rows => rows.Where(row => row.Id == id), cancellation);

    /// <summary>Marks all notifications as read.</summary>
    /// <returns>False when none was unread.</returns>
    public Task<bool> MarkAllReadAsync(CancellationToken cancellation) => MarkAsync(rows => rows, cancellation);

    private async Task<bool> MarkAsync(Func<IQueryable<PersonNotification>, IQueryable<PersonNotification>> which, CancellationToken cancellation)
    {
        var count = await NoteReadAsync(which, cancellation);
        if (count > 0)
        {
            await events.PublishAsync(new NotificationsRead(person.Id!, person.Name, count), cancellation);
        }

        return count > 0;
    }

    private async Task<int> NoteReadAsync(Func<IQueryable<PersonNotification>, IQueryable<PersonNotification>> which, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var count = await which(await OwnAsync(cancellation)).Where(row => row.ReadUtc == null).ExecuteUpdateAsync(row => row.SetProperty(x => x.ReadUtc, now), cancellation);
        unread.Forget(person.Id!);
        return count;
    }

    private async Task<IQueryable<PersonNotification>> OwnAsync(CancellationToken cancellation)
    {
        var keys = await kinds.KeysAsync(cancellation);
        return db.Set<PersonNotification>().Where(row => row.PersonId == person.Id && row.IsListed && keys.Contains(row.Kind));
    }
}

/// <summary>A page of a person's notifications.</summary>
internal sealed record NotificationPage(IReadOnlyList<PersonNotification> Rows, int Page, int Pages, bool HasUnread);

/// <summary>A person has marked notifications as read.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Count">How many.</param>
public sealed record NotificationsRead(string PersonId, string PersonName, int Count) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => Count == 1 ? "Marked 1 notification as read" : $"Marked {Count} notifications as read";
}
