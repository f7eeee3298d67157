using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Choosing;

/// <summary>Closes questions of mentees to mentors that need no answer any more, and tells whoever still thinks that they do (MEN-01).</summary>
internal sealed class AskClosing(PortalDb db, Colleagues colleagues, INotifications notifications, TimeProvider time)
{
    public static readonly NotificationKind ClosedKind = new(
        "mentoring-ask-closed", "Requests to mentor that need no answer any more", "When somebody who has asked you to be their mentor has found another or does not look for one any more.",
        new NotificationWords(
            "{{ mentee }} needs no answer from you any more",
            "{{ mentee }} has found a mentor or does not look for one any more. There is nothing for you to do.",
            "{{ mentee }}, who had asked you to be their mentor in {{ programme }}, has found a mentor or does not look for one any more. There is nothing for you to do. Thank you for offering."))
    {
        Placeholders = [MentorChoosing.ProgrammePlaceholder, new NotificationPlaceholder("mentee", "Who had asked", "Sam Example")],
    };

    /// <summary>Closes what a mentee has asked in a programme and nobody has answered; the mentors are told.</summary>
    public async Task CloseOfMenteeAsync(Programme programme, string menteeId, CancellationToken cancellation)
    {
        foreach (var (ask, mentee, _) in await CloseAsync(db.MentoringAsks.Where(ask => ask.ProgrammeId == programme.Id && ask.MenteeId == menteeId), cancellation))
        {
            await notifications.NotifyAsync(
                new Notification(ClosedKind.Key, $"mentoring-ask-closed:{ask.Id}", [ask.MentorId])
                {
                    Link = MentoringLinks.Home,
                    Values = new Dictionary<string, string> { ["programme"] = programme.Title, ["mentee"] = mentee },
                },
                cancellation);
        }
    }

    /// <summary>Closes what a mentor was asked in a programme and has not answered; the mentees are told that they can ask somebody else.</summary>
    public async Task CloseOfMentorAsync(Programme programme, string mentorId, CancellationToken cancellation)
    {
        foreach (var (ask, _, mentor) in await CloseAsync(db.MentoringAsks.Where(ask => ask.ProgrammeId == programme.Id && ask.MentorId == mentorId), cancellation))
        {
            await notifications.NotifyAsync(MentorChoosing.CannotTake(ask, programme, mentor, words: ""), cancellation);
        }
    }

    private async Task<IReadOnlyList<(AskRow Ask, string Mentee, string Mentor)>> CloseAsync(IQueryable<AskRow> asks, CancellationToken cancellation)
    {
        var open = await asks.Where(ask => ask.State == AskState.Asked).OrderBy(ask => ask.AskedUtc).ToListAsync(cancellation);
        if (open.Count == 0)
        {
            return [];
        }

        var names = await colleagues.NamesAsync([.. open.SelectMany(ask => new[] { ask.MenteeId, ask.MentorId }).Distinct()], cancellation);
        foreach (var ask in open)
        {
            (ask.State, ask.AnsweredUtc) = (AskState.Closed, time.GetUtcNow().UtcDateTime);
        }

        await db.SaveChangesAsync(cancellation);
        return [.. open.Select(ask => (ask, names.GetValueOrDefault(ask.MenteeId, ""), names.GetValueOrDefault(ask.MentorId, "")))];
    }
}
