using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Pairs;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Choosing;

/// <summary>What came of asking mentors or of answering.</summary>
internal enum ChoosingOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>Nobody was chosen.</summary>
    Nobody,

    /// <summary>More were chosen than can be asked at once.</summary>
    TooMany,

    /// <summary>One of those chosen has no place any more, or does not take part any more.</summary>
    NotThere,

    /// <summary>The question was answered or closed in the meantime.</summary>
    TooLate,
}

/// <summary>Mentees of a programme that is open all year choose mentors, who accept or decline (MEN-01).</summary>
internal sealed class MentorChoosing(
    PortalDb db, ProgrammeList programmes, Candidates candidates, PairBeginning pairs, INotifications notifications, ISettings settings, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>How many mentors are shown, those who suit best.</summary>
    public const int MostShown = 25;

    public static readonly NotificationPlaceholder ProgrammePlaceholder = new("programme", "The name of the programme", "Mentoring for all");

    public static readonly NotificationKind AskedKind = new(
        "mentoring-asked", "Requests to mentor somebody", "When somebody asks you to be their mentor.",
        new NotificationWords("{{ mentee }} would like you as a mentor", "{{ mentee }} asks you in {{ programme }}. You can accept, or decline kindly.", "{{ mentee }} would like you as a mentor in {{ programme }}.\n\nRead what they have written, and accept or decline. It is all right to decline."))
    {
        Placeholders = [ProgrammePlaceholder, new NotificationPlaceholder("mentee", "Who asks", "Sam Example")],
    };

    public static readonly NotificationKind AnsweredKind = new(
        "mentoring-declined", "Mentors who cannot", "When a mentor whom you have asked cannot take you.",
        new NotificationWords("{{ mentor }} cannot be your mentor just now", "{{ mentor }} cannot at the moment. You can ask somebody else.", "{{ mentor }} cannot be your mentor in {{ programme }} at the moment. {{ words }}\n\nThat says nothing about you. You can ask somebody else."))
    {
        Placeholders = [ProgrammePlaceholder, new NotificationPlaceholder("mentor", "Who was asked", "Sam Example"), new NotificationPlaceholder("words", "What the mentor has said; may be empty", "I have no time before April.")],
    };

    /// <summary>The mentors who suit the current person best, with reasons; null when they do not wait for a mentor in the programme.</summary>
    public async Task<MentorChoice?> ChoiceAsync(Programme programme, CancellationToken cancellation)
    {
        var set = await candidates.OfAsync(programme, cancellation);
        if (!programme.IsOpen || set.Mentees.FirstOrDefault(mentee => mentee.PersonId == person.Id) is not { } own)
        {
            return null;
        }

        var asked = await db.MentoringAsks.AsNoTracking().Where(ask => ask.ProgrammeId == programme.Id && ask.MenteeId == own.PersonId).OrderByDescending(ask => ask.AskedUtc).Take(200).ToListAsync(cancellation);
        var offering = set.Mentors.Where(mentor => mentor.PersonId != own.PersonId && mentor.Capacity > 0).ToList();
        var barred = await candidates.BarredAsync([own], offering, cancellation);
        var ranked = offering.Where(mentor => !barred(own, mentor)).Select(mentor => new RankedMentor(mentor, set.Rules.Explain(own, mentor)))
            .OrderByDescending(mentor => mentor.Fit.Points).ThenBy(mentor => mentor.Mentor.SentUtc).ThenBy(mentor => mentor.Mentor.PersonId, StringComparer.Ordinal).ToList();
        return new MentorChoice(own, ranked, asked, (await settings.GetAsync<MentoringSettings>(cancellation)).MostAsked);
    }

    /// <summary>Asks mentors whom the current person has chosen.</summary>
    public async Task<ChoosingOutcome> AskAsync(Programme programme, IReadOnlyCollection<string> mentorIds, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(Turn(programme.Id), cancellation);
        if (mentorIds.Count == 0)
        {
            return ChoosingOutcome.Nobody;
        }

        if (await ChoiceAsync(programme, cancellation) is not { } choice)
        {
            return ChoosingOutcome.TooLate;
        }

        if (choice.Open.Count + mentorIds.Count > choice.Most)
        {
            return ChoosingOutcome.TooMany;
        }

        var mentors = choice.Ranked.Where(mentor => mentorIds.Contains(mentor.Mentor.PersonId) && choice.CanAsk(mentor.Mentor.PersonId)).ToList();
        if (mentors.Count != mentorIds.Count)
        {
            return ChoosingOutcome.NotThere;
        }

        foreach (var mentor in mentors)
        {
            var ask = new AskRow { ProgrammeId = programme.Id, MenteeId = choice.Own.PersonId, MentorId = mentor.Mentor.PersonId, AskedUtc = Now };
            db.Add(ask);
            await notifications.NotifyAsync(
                new Notification(AskedKind.Key, $"mentoring-asked:{ask.Id}", [ask.MentorId])
                {
                    Link = MentoringLinks.Ask(ask.Id),
                    Values = new Dictionary<string, string> { ["programme"] = programme.Title, ["mentee"] = choice.Own.Name },
                },
                cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentorsAsked(programme.Id, programme.Title, mentors.Count), cancellation);
        return ChoosingOutcome.Done;
    }

    /// <summary>A question to the current person; null when there is none of that id.</summary>
    public Task<AskRow?> FindAsync(string id, CancellationToken cancellation) => db.MentoringAsks.SingleOrDefaultAsync(ask => ask.Id == id && ask.MentorId == person.Id, cancellation);

    /// <summary>The questions that the current person has to answer, the oldest first; at most 100.</summary>
    public Task<List<AskRow>> ToAnswerAsync(CancellationToken cancellation) =>
        db.MentoringAsks.AsNoTracking().Where(ask => ask.MentorId == person.Id && ask.State == AskState.Asked).OrderBy(ask => ask.AskedUtc).Take(100).ToListAsync(cancellation);

    /// <summary>Accepts a mentee: the pair begins.</summary>
    public async Task<ChoosingOutcome> AcceptAsync(string id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (ask, programme))
        {
            return ChoosingOutcome.TooLate;
        }

        var set = await candidates.OfAsync(programme, cancellation);
        if (set.Mentees.FirstOrDefault(one => one.PersonId == ask.MenteeId) is not { } mentee || set.Mentors.FirstOrDefault(one => one.PersonId == person.Id) is not { Capacity: > 0 } mentor
            || (await candidates.BarredAsync([mentee], [mentor], cancellation))(mentee, mentor))
        {
            return ChoosingOutcome.NotThere;
        }

        (ask.State, ask.AnsweredUtc) = (AskState.Accepted, Now);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentorAnswered(ask.Id, programme.Title, Accepted: true), cancellation);
        await pairs.BeginAsync(programme, mentee, mentor, mentee.ProfileId, cancellation);
        return ChoosingOutcome.Done;
    }

    /// <summary>Declines a mentee, who is told.</summary>
    /// <param name="id">The question.</param>
    /// <param name="words">What the mentor says with it; may be empty.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ChoosingOutcome> DeclineAsync(string id, string words, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (ask, programme))
        {
            return ChoosingOutcome.TooLate;
        }

        (ask.State, ask.Words, ask.AnsweredUtc) = (AskState.Declined, words, Now);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MentorAnswered(ask.Id, programme.Title, Accepted: false), cancellation);
        await notifications.NotifyAsync(CannotTake(ask, programme, person.Name, words), cancellation);
        return ChoosingOutcome.Done;
    }

    /// <summary>What a mentee is told whose mentor cannot take them.</summary>
    /// <param name="ask">What was asked.</param>
    /// <param name="programme">In which programme.</param>
    /// <param name="mentor">What the mentor is called.</param>
    /// <param name="words">What the mentor says with it; may be empty.</param>
    public static Notification CannotTake(AskRow ask, Programme programme, string mentor, string words) => new(AnsweredKind.Key, $"mentoring-declined:{ask.Id}", [ask.MenteeId])
    {
        Link = MentoringLinks.Mentors(programme.Slug),
        Values = new Dictionary<string, string> { ["programme"] = programme.Title, ["mentor"] = mentor, ["words"] = words },
    };

    private async Task<(AskRow Ask, Programme Programme)?> TakeAsync(string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } ask || await programmes.FindAsync(ask.ProgrammeId, cancellation) is not { } programme)
        {
            return null;
        }

        await db.TakeTurnsAsync(Turn(programme.Id), cancellation);
        await db.Entry(ask).ReloadAsync(cancellation);
        return ask.State == AskState.Asked ? (ask, programme) : null;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string Turn(string programmeId) => $"mentoring-choosing:{programmeId}";
}

/// <summary>A mentor with how well they suit.</summary>
internal sealed record RankedMentor(Candidate Mentor, Fit Fit);

/// <summary>What a mentee can choose from.</summary>
/// <param name="Own">The mentee.</param>
/// <param name="Ranked">All mentors who can be asked or were, those who suit best first.</param>
/// <param name="Asked">All whom they have asked, the last first.</param>
/// <param name="Most">How many can be asked at once.</param>
internal sealed record MentorChoice(Candidate Own, IReadOnlyList<RankedMentor> Ranked, IReadOnlyList<AskRow> Asked, int Most)
{
    /// <summary>The questions that are not answered.</summary>
    public IReadOnlyList<AskRow> Open => [.. Asked.Where(ask => ask.State == AskState.Asked)];

    /// <summary>True for a mentor who was not asked, or not since they were told no: nobody is asked twice.</summary>
    public bool CanAsk(string mentorId) => !Asked.Any(ask => ask.MentorId == mentorId && ask.State is (AskState.Asked or AskState.Declined));
}
