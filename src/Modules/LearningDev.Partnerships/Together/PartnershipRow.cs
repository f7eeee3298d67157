using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;

namespace LearningDev.Partnerships.Together;

/// <summary>The part that somebody has in a partnership.</summary>
internal enum Seat
{
    /// <summary>Who helps.</summary>
    Guide,

    /// <summary>Who is helped.</summary>
    Learner,
}

/// <summary>What somebody says when a partnership has been quiet.</summary>
internal enum QuietAnswer
{
    /// <summary>It goes well all the same.</summary>
    GoingWell,

    /// <summary>They need some time.</summary>
    NeedsTime,

    /// <summary>It is time to end it.</summary>
    TimeToEnd,
}

/// <summary>A partnership, with the terms that it was begun on. Its methods are the only way from one state to the next.</summary>
internal sealed class PartnershipRow
{
    public const int KindLength = 60;
    public const int NameLength = 300;

    public string Id { get; init; } = Identifiers.New();

    public required string KindId { get; init; }

    public required string GuideId { get; init; }

    public required string LearnerId { get; init; }

    public required string SourceId { get; init; }

    public required string SourceName { get; init; }

    public string OriginId { get; init; } = "";

    /// <summary>The words that both sign, in Markdown.</summary>
    public required string Agreement { get; init; }

    public bool HasChemistryMeeting { get; init; }

    public bool ManagerSigns { get; init; }

    public decimal? MostHours { get; init; }

    public int? ReviewAfterMeetings { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public int? QuietAfterDays { get; init; }

    public required PartnershipState State { get; set; }

    /// <summary>Why it ended; null while it is open.</summary>
    public PartnershipEnd? End { get; set; }

    public required DateTime BegunUtc { get; init; }

    public DateTime? AgreedUtc { get; set; }

    public DateTime? ClosedUtc { get; set; }

    /// <summary>Who ended it; empty when the portal did.</summary>
    public string ClosedById { get; set; } = "";

    /// <summary>The id of the goals among the words in confidence; null while there are none.</summary>
    public string? GoalsId { get; set; }

    /// <summary>The id of a word that one of the two has left for the other at the end; null for none.</summary>
    public string? FarewellId { get; set; }

    public DateTime? GuideSaidYesUtc { get; set; }

    public DateTime? LearnerSaidYesUtc { get; set; }

    public DateTime? GuideSignedUtc { get; set; }

    public DateTime? LearnerSignedUtc { get; set; }

    public DateTime? ManagerSignedUtc { get; set; }

    /// <summary>The line manager who has signed; empty while none has.</summary>
    public string ManagerId { get; set; } = "";

    /// <summary>The minutes of all meetings that were held.</summary>
    public int Minutes { get; set; }

    /// <summary>How many meetings were held.</summary>
    public int Meetings { get; set; }

    public DateOnly? LastHeldOn { get; set; }

    /// <summary>When the two were asked to look back; null while they were not.</summary>
    public DateTime? ReviewAskedUtc { get; set; }

    /// <summary>When the two were asked how it goes, in this quiet spell; null while they were not.</summary>
    public DateTime? QuietAskedUtc { get; set; }

    public QuietAnswer? GuideQuietAnswer { get; set; }

    public QuietAnswer? LearnerQuietAnswer { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }

    public bool IsOpen => State != PartnershipState.Closed;

    /// <summary>The minutes that are still left of <see cref="MostHours"/>; null without a limit, negative when it is exceeded.</summary>
    public int? MinutesLeft => MostHours is { } hours ? (int)(hours * 60) - Minutes : null;

    public PartnershipFacts Facts => new(Id, KindId, GuideId, LearnerId, SourceId, OriginId, State, BegunUtc, Minutes);

    public Seat? SeatOf(string? personId) => personId == GuideId ? Seat.Guide : personId == LearnerId ? Seat.Learner : null;

    public string PersonIn(Seat seat) => seat == Seat.Guide ? GuideId : LearnerId;

    public string PartnerOf(Seat seat) => seat == Seat.Guide ? LearnerId : GuideId;

    public DateTime? SaidYesUtc(Seat seat) => seat == Seat.Guide ? GuideSaidYesUtc : LearnerSaidYesUtc;

    public DateTime? SignedUtc(Seat seat) => seat == Seat.Guide ? GuideSignedUtc : LearnerSignedUtc;

    public QuietAnswer? AnswerOf(Seat seat) => seat == Seat.Guide ? GuideQuietAnswer : LearnerQuietAnswer;

    /// <summary>True when the two are to look back: after as many meetings as agreed, or from the day that was agreed.</summary>
    public bool IsReviewDue(DateOnly today) => State == PartnershipState.Active && (Meetings >= ReviewAfterMeetings || ReviewOn <= today);

    /// <summary>After the chemistry meeting somebody says that they want to go on. When both have, the agreement waits for signatures.</summary>
    /// <returns>False when that is not to be said, or was said before.</returns>
    public bool SayYes(Seat seat, DateTime now)
    {
        if (State != PartnershipState.Chemistry || SaidYesUtc(seat) is not null)
        {
            return false;
        }

        GuideSaidYesUtc = seat == Seat.Guide ? now : GuideSaidYesUtc;
        LearnerSaidYesUtc = seat == Seat.Learner ? now : LearnerSaidYesUtc;
        State = GuideSaidYesUtc is not null && LearnerSaidYesUtc is not null ? PartnershipState.Signing : State;
        Revision++;
        return true;
    }

    /// <summary>One of the two signs the agreement.</summary>
    /// <returns>False when there is nothing to sign, or they have signed.</returns>
    public bool Sign(Seat seat, bool needsManager, DateTime now)
    {
        if (State != PartnershipState.Signing || SignedUtc(seat) is not null)
        {
            return false;
        }

        GuideSignedUtc = seat == Seat.Guide ? now : GuideSignedUtc;
        LearnerSignedUtc = seat == Seat.Learner ? now : LearnerSignedUtc;
        Revision++;
        AgreeIfSigned(needsManager, now);
        return true;
    }

    /// <summary>The learner's line manager signs the agreement.</summary>
    /// <returns>False when there is nothing for them to sign, or it is signed.</returns>
    public bool SignAsManager(string managerId, DateTime now)
    {
        if (State != PartnershipState.Signing || !ManagerSigns || ManagerSignedUtc is not null)
        {
            return false;
        }

        (ManagerSignedUtc, ManagerId) = (now, managerId);
        Revision++;
        AgreeIfSigned(needsManager: true, now);
        return true;
    }

    /// <summary>Lets the two begin, when everybody who has to has signed.</summary>
    /// <param name="needsManager">True when the learner has a line manager, who signs if the terms say so.</param>
    /// <param name="now">The moment, in UTC.</param>
    /// <returns>False when somebody has still to sign.</returns>
    public bool AgreeIfSigned(bool needsManager, DateTime now)
    {
        if (State != PartnershipState.Signing || GuideSignedUtc is null || LearnerSignedUtc is null || (ManagerSigns && needsManager && ManagerSignedUtc is null))
        {
            return false;
        }

        (State, AgreedUtc) = (PartnershipState.Active, now);
        Revision++;
        return true;
    }

    /// <summary>Counts a meeting that was held.</summary>
    /// <returns>False when no meeting counts now.</returns>
    public bool Hold(DateOnly day, int minutes)
    {
        if (State != PartnershipState.Active || minutes <= 0)
        {
            return false;
        }

        Minutes += minutes;
        Meetings++;
        LastHeldOn = LastHeldOn > day ? LastHeldOn : day;
        // The quiet spell is over.
        (QuietAskedUtc, GuideQuietAnswer, LearnerQuietAnswer) = (null, null, null);
        Revision++;
        return true;
    }

    /// <summary>Counts a meeting otherwise that was counted before.</summary>
    /// <param name="minutes">By how many minutes it is longer; negative when it is shorter.</param>
    /// <param name="meetings">-1 when it was not held after all, 0 otherwise.</param>
    /// <param name="lastHeldOn">The day of the last meeting that was held; null for none.</param>
    public void Recount(int minutes, int meetings, DateOnly? lastHeldOn)
    {
        (Minutes, Meetings, LastHeldOn) = (Minutes + minutes, Meetings + meetings, lastHeldOn);
        Revision++;
    }

    /// <summary>Asks both to look back.</summary>
    /// <returns>False when that is not due, or they were asked before.</returns>
    public bool AskToReview(DateOnly today, DateTime now)
    {
        if (!IsReviewDue(today) || ReviewAskedUtc is not null)
        {
            return false;
        }

        ReviewAskedUtc = now;
        Revision++;
        return true;
    }

    /// <summary>Ends it.</summary>
    /// <returns>False when it has ended before.</returns>
    public bool Close(PartnershipEnd end, string byId, DateTime now)
    {
        if (State == PartnershipState.Closed)
        {
            return false;
        }

        (State, End, ClosedUtc, ClosedById) = (PartnershipState.Closed, end, now, byId);
        Revision++;
        return true;
    }

    /// <summary>Asks the two how it goes.</summary>
    /// <returns>False when they were asked in this quiet spell.</returns>
    public bool AskHowItGoes(DateTime now)
    {
        if (State != PartnershipState.Active || QuietAskedUtc is not null)
        {
            return false;
        }

        QuietAskedUtc = now;
        Revision++;
        return true;
    }

    /// <summary>One of the two says how it goes. They can say something else later.</summary>
    /// <returns>False when they were not asked.</returns>
    public bool SayHowItGoes(Seat seat, QuietAnswer answer)
    {
        if (State != PartnershipState.Active || QuietAskedUtc is null)
        {
            return false;
        }

        GuideQuietAnswer = seat == Seat.Guide ? answer : GuideQuietAnswer;
        LearnerQuietAnswer = seat == Seat.Learner ? answer : LearnerQuietAnswer;
        Revision++;
        return true;
    }
}

/// <summary>What a partnership is about: a term of the taxonomy of themes.</summary>
internal sealed class PartnershipThemeRow
{
    public required string PartnershipId { get; init; }

    public required string TermId { get; init; }
}
