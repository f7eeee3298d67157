using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Pairs;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Managing;

/// <summary>Begins the pairs of a match that was confirmed, and lets one rest that was not.</summary>
internal sealed class MatchConfirming(PortalDb db, ProgrammeList programmes, Candidates candidates, PairBeginning pairs, INotifications notifications, IEvents events) : IEventHandler<CaseEnded>
{
    public static readonly NotificationKind LeftOverKind = new(
        "mentoring-left-over", "No mentor found yet", "When a mentoring programme was matched and there was no mentor for you.",
        new NotificationWords(
            "{{ programme }}: no mentor for you yet",
            "This time there was no mentor who suits and has a place. Your request stays, and HR goes on looking.",
            """
            The pairs of {{ programme }} have been matched. This time there was no mentor for you who suits and has a place.

            That says nothing about you. Your request stays, and HR goes on looking. You can change what you have asked for, for example the days or themes, or withdraw it.
            """))
    {
        Placeholders = [new NotificationPlaceholder("programme", "The name of the programme", "Leadership mentoring")],
    };

    /// <summary>Begins those pairs of a match that can still begin; the others stay waiting.</summary>
    /// <returns>How many have begun, and how many could not; null when there is no match of that id that waits.</returns>
    public async Task<(int Begun, int NotBegun)?> ConfirmAsync(string runId, CancellationToken cancellation)
    {
        if (await db.MentoringRuns.SingleOrDefaultAsync(run => run.Id == runId && run.State == RunState.Sent, cancellation) is not { } run
            || await programmes.FindAsync(run.ProgrammeId, cancellation) is not { } programme)
        {
            return null;
        }

        var matched = await db.MentoringRunPairs.Where(pair => pair.RunId == runId).OrderBy(pair => pair.Position).ToListAsync(cancellation);
        var set = await candidates.OfAsync(programme, cancellation);
        var mentees = set.Mentees.ToDictionary(mentee => mentee.PersonId);
        var mentors = set.Mentors.ToDictionary(mentor => mentor.PersonId);
        var barred = await candidates.BarredAsync(set.Mentees, set.Mentors, cancellation);
        var places = set.Mentors.ToDictionary(mentor => mentor.PersonId, mentor => mentor.Capacity);
        foreach (var pair in matched)
        {
            // People withdraw, leave and change managers between the proposal and its confirmation.
            if (mentees.TryGetValue(pair.MenteeId, out var mentee) && mentors.TryGetValue(pair.MentorId, out var mentor) && places[pair.MentorId] > 0 && !barred(mentee, mentor))
            {
                places[pair.MentorId]--;
                pair.PartnershipId = await pairs.BeginAsync(programme, mentee, mentor, runId, cancellation);
            }
        }

        run.State = RunState.Confirmed;
        await db.SaveChangesAsync(cancellation);
        var begun = matched.Count(pair => pair.PartnershipId is not null);
        await events.PublishAsync(new MentoringMatchConfirmed(runId, programme.Title, begun, matched.Count - begun), cancellation);
        var paired = matched.Where(pair => pair.PartnershipId is not null).Select(pair => pair.MenteeId).ToHashSet();
        List<string> left = [.. mentees.Keys.Where(id => !paired.Contains(id))];
        if (left.Count > 0)
        {
            await notifications.NotifyAsync(
                new Notification(LeftOverKind.Key, $"mentoring-left-over:{runId}", left)
                {
                    Link = MentoringLinks.Home,
                    Values = new Dictionary<string, string> { ["programme"] = programme.Title },
                },
                cancellation);
        }

        return (begun, matched.Count - begun);
    }

    /// <summary>Lets a match rest whose case has ended without its pairs having begun.</summary>
    public async Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation)
    {
        if (await db.MentoringRuns.SingleOrDefaultAsync(run => run.CaseId == portalEvent.CaseId && run.State == RunState.Sent, cancellation) is { } run)
        {
            run.State = RunState.Refused;
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new MentoringMatchRefused(run.Id, (await programmes.FindAsync(run.ProgrammeId, cancellation))?.Title ?? ""), cancellation);
        }
    }
}
