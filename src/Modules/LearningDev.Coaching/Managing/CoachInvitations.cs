using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Managing;

/// <summary>What came of an invitation.</summary>
internal enum InvitationOutcome
{
    Invited,

    /// <summary>They were invited before.</summary>
    Again,

    /// <summary>Nobody who works here has the address.</summary>
    NotFound,

    /// <summary>They have a profile already.</summary>
    IsCoach,
}

/// <summary>Invites people to be coaches (COA-01).</summary>
internal sealed class CoachInvitations(PortalDb db, Colleagues colleagues, INotifications notifications, IEvents events)
{
    public static readonly NotificationKind Kind = new(
        "coaching-invited", "Invitations to be a coach", "When HR invites somebody to be a coach.",
        new NotificationWords(
            "You are invited to be a coach",
            "HR invites you to be a coach for colleagues. Say in your coach profile what you are qualified for and what you offer.",
            """
            HR invites you to be a coach for colleagues.

            Say in your coach profile what you are qualified for and what you offer, and send it to HR. If it does not suit you, you need not do anything.
            """));

    public async Task<(InvitationOutcome Outcome, string Name)> InviteAsync(string email, CancellationToken cancellation)
    {
        var normalised = email.ToUpperInvariant();
        var ids = email.Length == 0 ? [] : await db.Users.Where(person => person.NormalizedEmail == normalised).Select(person => person.Id).Take(2).ToListAsync(cancellation);
        if ((await colleagues.FindAllAsync(ids, cancellation)) is not [var colleague])
        {
            return (InvitationOutcome.NotFound, "");
        }

        if (await db.Coaches.AnyAsync(row => row.PersonId == colleague.Id && row.State != CoachState.Draft, cancellation))
        {
            return (InvitationOutcome.IsCoach, colleague.FullName);
        }

        if (await notifications.NotifyAsync(new Notification(Kind.Key, $"coaching-invited:{colleague.Id}", [colleague.Id]) { Link = CoachingLinks.Profile }, cancellation) == 0)
        {
            return (InvitationOutcome.Again, colleague.FullName);
        }

        await events.PublishAsync(new CoachInvited(colleague.Id, colleague.FullName), cancellation);
        return (InvitationOutcome.Invited, colleague.FullName);
    }
}
