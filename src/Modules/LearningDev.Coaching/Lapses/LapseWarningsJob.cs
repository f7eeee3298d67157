using System.Globalization;
using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Lapses;

/// <summary>
/// Tells coaches that their supervision or qualification runs out soon, twice, and that it has run out (COA-01). Whether a coach is shown does not wait for the job: lists look at the days themselves.
/// </summary>
internal sealed class LapseWarningsJob(PortalDb db, INotifications notifications, IEvents events, WorkingCalendar calendar, ISettings settings) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Coaches to be warned", "Tells coaches whose supervision or qualification runs out soon or has run out.", "0 30 6 * * ?");

    public static readonly NotificationKind Soon = new(
        "coaching-lapses-soon", "Supervision or qualification that runs out", "When a coach’s supervision or qualification runs out soon.",
        new NotificationWords(
            "{{ what }} runs out on {{ day }}",
            "Your {{ what_small }} as a coach runs out on {{ day }}. Afterwards colleagues do not see you until you have renewed it.",
            """
            Your {{ what_small }} as a coach runs out on {{ day }}.

            Afterwards colleagues do not see you among the coaches, until you have renewed it and said so in your coach profile. People whom you coach already are not affected.
            """))
    {
        Placeholders = [What, WhatSmall, Day],
    };

    public static readonly NotificationKind Lapsed = new(
        "coaching-lapsed", "Supervision or qualification that has run out", "When a coach’s supervision or qualification has run out, so that colleagues do not see them.",
        new NotificationWords(
            "{{ what }} has run out",
            "Your {{ what_small }} as a coach has run out on {{ day }}, so colleagues do not see you among the coaches.",
            """
            Your {{ what_small }} as a coach has run out on {{ day }}, so colleagues do not see you among the coaches.

            When you have renewed it, say so in your coach profile. People whom you coach already are not affected.
            """))
    {
        MayBeSwitchedOff = false,
        Placeholders = [What, WhatSmall, Day],
    };

    // As many are read at once.
    private const int Batch = 200;

    private static NotificationPlaceholder What => new("what", "What runs out, at the beginning of a sentence", "Supervision");

    private static NotificationPlaceholder WhatSmall => new("what_small", "The same within a sentence", "supervision");

    private static NotificationPlaceholder Day => new("day", "The last day on which it holds", "30 November 2026");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<CoachingSettings>(cancellation);
        var today = await calendar.TodayAsync();
        var told = 0;
        foreach (var ids in (await db.Coaches.Where(row => row.State == CoachState.Approved).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation)).Chunk(Batch))
        {
            var coaches = await db.Coaches.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellation);
            foreach (var (coach, lapse) in coaches.SelectMany(coach => Standing.Of(coach, rules.SupervisionMonths).Select(lapse => (coach, lapse))))
            {
                told += await TellAsync(coach, lapse, rules, today, cancellation);
            }
        }

        return told == 0 ? "" : $"{told:#,0} {(told == 1 ? "coach" : "coaches")} told";
    }

    /// <summary>How urgent it is: null for nothing to say yet.</summary>
    internal static string? StageOf(Lapse lapse, CoachingSettings rules, DateOnly today) =>
        lapse.Until < today ? "lapsed"
        : lapse.Until <= today.AddDays(rules.SecondWarningDays) ? "second"
        : lapse.Until <= today.AddDays(rules.FirstWarningDays) ? "first" : null;

    private async Task<int> TellAsync(CoachRow coach, Lapse lapse, CoachingSettings rules, DateOnly today, CancellationToken cancellation)
    {
        if (StageOf(lapse, rules, today) is not { } stage)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var hasLapsed = stage == "lapsed";
        var told = await notifications.NotifyAsync(
            new Notification(
                (hasLapsed ? Lapsed : Soon).Key, string.Create(CultureInfo.InvariantCulture, $"coaching-lapse:{coach.Id}:{lapse.Kind}:{lapse.Until:yyyy-MM-dd}:{stage}"), [coach.PersonId])
            {
                Link = CoachingLinks.Profile,
                Values = new Dictionary<string, string> { ["what"] = lapse.Name, ["what_small"] = lapse.Name.ToLowerInvariant(), ["day"] = DateWords.Day(lapse.Until) },
            },
            cancellation);
        if (told > 0)
        {
            await events.PublishAsync(new CoachWarned(coach.Id, coach.PersonName, lapse.Name, hasLapsed), cancellation);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return told;
    }
}
