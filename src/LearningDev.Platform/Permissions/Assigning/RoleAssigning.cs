using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Permissions.Assigning;

/// <summary>What became of giving or taking a role.</summary>
internal enum AssigningOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Refused: there would be no administrator any more, on some day.</summary>
    LastAdministrator,

    /// <summary>Somebody else has done it meanwhile.</summary>
    Unchanged,
}

/// <summary>Gives roles to people and takes them again (ADM-01).</summary>
internal sealed class RoleAssigning(PortalDb db, EffectiveRoles effective, LastAdministrator lastAdministrator, CurrentPerson person, IEvents events)
{
    /// <summary>Gives a role to a person, or changes from when, until when and why the person has it.</summary>
    public async Task<AssigningOutcome> GiveAsync(Role role, Person to, DateOnly? startsOn, DateOnly? endsOn, string reason, CancellationToken cancellation)
    {
        var wasAdministered = role.Name == Role.Administrator && await lastAdministrator.IsThereOneAsync(cancellation);
        var row = await db.UserRoles.FindAsync([to.Id, role.Id], cancellation);
        var before = row is null ? "" : Words(row);
        if (row is null)
        {
            row = new RoleAssignment { UserId = to.Id, RoleId = role.Id };
            db.Add(row);
        }

        (row.StartsOn, row.EndsOn, row.Reason) = (startsOn, endsOn, reason);
        if (!db.ChangeTracker.HasChanges())
        {
            return AssigningOutcome.Unchanged;
        }

        row.AssignedBy = person.Name;
        await db.SaveChangesAsync(cancellation);
        if (wasAdministered && !await lastAdministrator.IsThereOneAsync(cancellation))
        {
            return AssigningOutcome.LastAdministrator;
        }

        effective.ForgetOnCommit(to.Id);
        await events.PublishAsync(new RoleGiven(to.Id, to.FullName, role.Name!, reason, [new AuditChange(role.Name!, before, Words(row))]), cancellation);
        return AssigningOutcome.Done;
    }

    /// <summary>Takes a role from a person.</summary>
    public async Task<AssigningOutcome> TakeAsync(Role role, Person from, string reason, CancellationToken cancellation)
    {
        // Asked first: of two who take each other away, one waits here for the other and then sees it.
        var wasAdministered = role.Name == Role.Administrator && await lastAdministrator.IsThereOneAsync(cancellation);
        if (await db.UserRoles.FindAsync([from.Id, role.Id], cancellation) is not { } row)
        {
            return AssigningOutcome.Unchanged;
        }

        var before = Words(row);
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        if (wasAdministered && !await lastAdministrator.IsThereOneAsync(cancellation))
        {
            return AssigningOutcome.LastAdministrator;
        }

        effective.ForgetOnCommit(from.Id);
        await events.PublishAsync(new RoleTaken(from.Id, from.FullName, role.Name!, reason, [new AuditChange(role.Name!, before, "")]), cancellation);
        return AssigningOutcome.Done;
    }

    private static string Words(RoleAssignment row) =>
        $"given{(row.StartsOn is { } start ? $" from {DateWords.Day(start)}" : "")}{(row.EndsOn is { } end ? $" until {DateWords.Day(end)}" : "")}";
}

/// <summary>A person was given a role, or the days on which the person has it were changed.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Role">The role's name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">From when and until when, before and after.</param>
public sealed record RoleGiven(string PersonId, string Name, string Role, string Reason, IReadOnlyList<AuditChange> Changes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Gave {Name} the role {Role}";
}

/// <summary>A role was taken from a person.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Role">The role's name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">From when and until when the person had it.</param>
public sealed record RoleTaken(string PersonId, string Name, string Role, string Reason, IReadOnlyList<AuditChange> Changes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Took the role {Role} from {Name}";
}
