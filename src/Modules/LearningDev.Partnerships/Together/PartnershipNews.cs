using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;

namespace LearningDev.Partnerships.Together;

/// <summary>Tells partners what concerns them. No word that was written in confidence goes into it.</summary>
internal sealed class PartnershipNews(INotifications notifications, PartnershipKinds kinds, Colleagues colleagues)
{
    private static readonly NotificationPlaceholder Kind = new("kind", "What people call the partnership", "Coaching");
    private static readonly NotificationPlaceholder Partner = new("partner", "The name of the other person", "Alex Example");

    public static readonly NotificationKind Begun = new(
        "partnership-begun", "Coaching and mentoring that begins", "When you are brought together with a coach, a mentor or somebody whom you help, and when all have signed.",
        new NotificationWords(
            "{{ kind }} with {{ partner }}: {{ what }}", "{{ kind }} with {{ partner }}: {{ what }}. {{ next }}",
            """
            {{ kind }} with {{ partner }}: {{ what }}.

            {{ next }}
            """))
    {
        MayBeSwitchedOff = false,
        Placeholders = [Kind, Partner, new("what", "What has happened", "you can begin"), new("next", "What comes next", "Agree when you meet.")],
    };

    public static readonly NotificationKind Ended = new(
        "partnership-ended", "Coaching and mentoring that ends", "When coaching or mentoring ends, with the reason in plain words.",
        new NotificationWords(
            "{{ kind }} with {{ partner }} has ended", "{{ kind }} with {{ partner }} has ended. {{ why }}",
            """
            {{ kind }} with {{ partner }} has ended.

            {{ why }}

            {{ next }}
            """))
    {
        MayBeSwitchedOff = false,
        Placeholders = [Kind, Partner, new("why", "Why it has ended", "You have done what you agreed."), new("next", "What comes next", "You can say what it has brought you.")],
    };

    public static readonly NotificationKind Signature = new(
        "partnership-signature", "Agreements to sign for your team", "When somebody whom you manage is to be coached or mentored and you sign the agreement too.",
        new NotificationWords(
            "Please sign the agreement of {{ learner }}", "{{ kind }} of {{ learner }} with {{ guide }} waits for your signature.",
            "{{ learner }} and {{ guide }} have signed their agreement ({{ kind }}). It waits for your signature as line manager. You read the agreement, and nothing of what the two speak about."))
    {
        MayBeSwitchedOff = false,
        Placeholders = [Kind, new("learner", "Who is coached or mentored", "Sam Example"), new("guide", "The coach or mentor", "Alex Example")],
    };

    public static readonly NotificationKind Meeting = new(
        "partnership-meeting", "Meetings of coaching and mentoring", "When your partner plans, moves or calls off a meeting, and before a meeting.",
        new NotificationWords("{{ kind }} with {{ partner }}: {{ what }}", "{{ kind }} with {{ partner }}: {{ what }}.", "{{ kind }} with {{ partner }}: {{ what }}. Place and notes are on its page."))
    {
        Placeholders = [Kind, Partner, new("what", "What there is to know", "a session is planned for 1 December 2026 at 2pm")],
    };

    public static readonly NotificationKind Question = new(
        "partnership-question", "Questions about your coaching and mentoring", "When it is time to look back half way, and when you have not met for a while.",
        new NotificationWords("{{ kind }} with {{ partner }}: {{ question }}", "{{ question }} {{ next }}", "{{ question }}\n\n{{ next }}"))
    {
        Placeholders = [Kind, Partner, new("question", "What is asked", "How is it going?"), new("next", "What can be answered", "Going well, we need time, or time to end.")],
    };

    /// <summary>Tells both that they are brought together, and what comes next.</summary>
    public Task BeganAsync(PartnershipRow row, CancellationToken cancellation) => TellAsync(
        Begun, row, "begun", _ => new Dictionary<string, string>
        {
            ["what"] = "you are brought together",
            ["next"] = row.State == PartnershipState.Chemistry
                ? "Meet once, without obligation, and say afterwards whether you want to go on."
                : "Read the agreement and sign it, then you can begin.",
        },
        cancellation);

    /// <summary>Tells both that everybody has signed.</summary>
    public Task AgreedAsync(PartnershipRow row, CancellationToken cancellation) => TellAsync(
        Begun, row, "agreed", _ => new Dictionary<string, string> { ["what"] = "everybody has signed, and you can begin", ["next"] = $"Plan your first {kinds.Of(row.KindId).Words.Meeting}." }, cancellation);

    /// <summary>Tells both that both want to go on after the chemistry meeting.</summary>
    public Task SuitedAsync(PartnershipRow row, CancellationToken cancellation) => TellAsync(
        Begun, row, "suited", _ => new Dictionary<string, string> { ["what"] = "you both want to go on", ["next"] = "Read the agreement and sign it, then you can begin." }, cancellation);

    /// <summary>Tells both that it has ended, each with what it means for them.</summary>
    public Task ClosedAsync(PartnershipRow row, CancellationToken cancellation) => TellAsync(
        Ended, row, "ended", seat => new Dictionary<string, string>
        {
            ["why"] = PartnershipPhrases.Why(row.End!.Value, kinds.Of(row.KindId).Words),
            ["next"] = PartnershipPhrases.NextAfter(row.End!.Value, seat, kinds.Of(row.KindId).Words),
        },
        cancellation);

    /// <summary>Asks the learner's line manager to sign.</summary>
    public async Task ManagerSignsAsync(PartnershipRow row, string managerId, CancellationToken cancellation)
    {
        var names = await colleagues.NamesAsync([row.GuideId, row.LearnerId], cancellation);
        await notifications.NotifyAsync(
            new Notification(Signature.Key, $"partnership:{row.Id}:manager", [managerId])
            {
                Link = PartnershipLinks.SignAsManager(row.Id),
                Values = new Dictionary<string, string>
                {
                    ["kind"] = kinds.Of(row.KindId).Words.Name,
                    ["learner"] = names.GetValueOrDefault(row.LearnerId) ?? "",
                    ["guide"] = names.GetValueOrDefault(row.GuideId) ?? "",
                },
            },
            cancellation);
    }

    /// <summary>Tells the other about a meeting.</summary>
    /// <param name="row">The partnership.</param>
    /// <param name="key">What makes it one of its kind.</param>
    /// <param name="to">Whom; null for both.</param>
    /// <param name="what">What there is to know.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task MeetingAsync(PartnershipRow row, string key, Seat? to, string what, CancellationToken cancellation) =>
        TellAsync(Meeting, row, key, seat => to is null || seat == to ? new Dictionary<string, string> { ["what"] = what } : null, cancellation);

    /// <summary>Asks both something.</summary>
    public Task AskAsync(PartnershipRow row, string key, string question, string next, CancellationToken cancellation) =>
        TellAsync(Question, row, key, _ => new Dictionary<string, string> { ["question"] = question, ["next"] = next }, cancellation);

    /// <summary>Tells each of the two something, with the name of the other.</summary>
    /// <param name="kind">A kind of notification with the placeholders "kind" and "partner".</param>
    /// <param name="row">The partnership.</param>
    /// <param name="key">What makes it one of its kind in this partnership.</param>
    /// <param name="values">The values of further placeholders for each seat; null tells nobody in it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task TellAsync(
        NotificationKind kind, PartnershipRow row, string key, Func<Seat, Dictionary<string, string>?> values, CancellationToken cancellation)
    {
        var names = await colleagues.NamesAsync([row.GuideId, row.LearnerId], cancellation);
        foreach (var seat in Enum.GetValues<Seat>())
        {
            if (values(seat) is { } told)
            {
                told["kind"] = kinds.Of(row.KindId).Words.Name;
                told["partner"] = names.GetValueOrDefault(row.PartnerOf(seat)) ?? "somebody who has left";
                await notifications.NotifyAsync(
                    new Notification(kind.Key, $"partnership:{row.Id}:{key}:{seat}", [row.PersonIn(seat)]) { Link = PartnershipLinks.Partnership(row.Id), Values = told }, cancellation);
            }
        }
    }
}
