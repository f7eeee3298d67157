using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Pairs;

/// <summary>When a pair has ended the mentor has a place again, and the mentee, unless all is done, is offered to be matched once more.</summary>
internal sealed class PairEnding(PortalDb db, ProgrammeList programmes, INotifications notifications, IEvents events) : IEventHandler<PartnershipClosed>
{
    public static readonly NotificationKind AgainKind = new(
        "mentoring-again", "Being matched again", "When your mentoring pair has ended early and you can be matched again.",
        new NotificationWords(
            "{{ programme }}: would you like another mentor?",
            "Your pair has ended. If you would like, you are matched again.",
            """
            Your pair in {{ programme }} has ended. {{ reason }}

            If you would like another mentor, say so on the page Mentoring. What you have written is still there, and you can change it. There is no hurry.
            """))
    {
        Placeholders =
        [
            new NotificationPlaceholder("programme", "The name of the programme", "Leadership mentoring"),
            new NotificationPlaceholder("reason", "Why the pair has ended, in a sentence", "Your mentor has left the council."),
        ],
    };

    public async Task HandleAsync(PartnershipClosed portalEvent, CancellationToken cancellation)
    {
        var pair = portalEvent.Facts;
        if (pair.KindId != MentoringModule.Kind
            || await db.MentoringProfiles.SingleOrDefaultAsync(row => row.ProgrammeId == pair.SourceId && row.PersonId == pair.LearnerId && row.State == ProfileState.Matched, cancellation) is not { } row)
        {
            return;
        }

        row.State = ProfileState.Ended;
        row.Revision++;
        await db.SaveChangesAsync(cancellation);
        var title = (await programmes.FindAsync(row.ProgrammeId, cancellation))?.Title ?? "Mentoring";
        await events.PublishAsync(new MentoringMenteeFree(row.Id, title), cancellation);
        if (portalEvent.End != PartnershipEnd.Completed)
        {
            await notifications.NotifyAsync(
                new Notification(AgainKind.Key, $"mentoring-again:{pair.Id}", [row.PersonId])
                {
                    Link = MentoringLinks.Profile(row.Id),
                    Values = new Dictionary<string, string> { ["programme"] = title, ["reason"] = Why(portalEvent.End) },
                },
                cancellation);
        }
    }

    private static string Why(PartnershipEnd end) => end switch
    {
        PartnershipEnd.PersonLeft => "Your mentor is not here any more.",
        PartnershipEnd.LineOfManagement => "One of you now manages the other, and mentors are never in one’s own line of management.",
        PartnershipEnd.NotSuited => "You found that another partner would suit better. That is what the first meeting is for.",
        _ => "Nobody is to blame for that.",
    };
}
