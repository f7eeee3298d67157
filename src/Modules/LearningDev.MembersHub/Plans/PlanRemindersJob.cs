using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Plans;

/// <summary>Reminds members to complete their plans and to look at them again, before the last day and once more after it (MEM-03).</summary>
internal sealed class PlanRemindersJob(PortalDb db, MemberDirectory members, INotifications notifications, IEvents events, WorkingCalendar calendar, ISettings settings) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Member plans", "Reminds members to complete their personal development plans and to review them.", "0 45 6 * * ?");

    public static readonly NotificationKind Reminder = new(
        "member-plan-due", "Your personal development plan is due", "When your personal development plan, or its yearly review, is due soon or overdue.",
        new NotificationWords(
            "Your personal development plan: {{ what }}", "Your personal development plan is to be {{ what }}.",
            "Your personal development plan is to be {{ what }}. A completed plan opens your training budget, and helps Democratic Services to arrange training that many members need."))
    {
        Placeholders = [new NotificationPlaceholder("what", "What is to be done by when", "completed by 5 August 2026")],
    };

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<MemberPlanSettings>(cancellation);
        var today = await calendar.TodayAsync();
        var completed = await db.MemberPlans.AsNoTracking().ToDictionaryAsync(row => row.PersonId, row => row.CompletedOn, cancellation);
        var told = 0;
        foreach (var member in await members.AllAsync(today, cancellation))
        {
            var standing = PlanStanding.Of(member.Term.From, completed.GetValueOrDefault(member.PersonId), today, rules);
            if (standing.Stage is PlanStage.Complete || (standing.Stage is PlanStage.Due && today < standing.DueOn.AddDays(-rules.RemindDays)))
            {
                continue;
            }

            var verb = standing.IsComplete ? "reviewed" : "completed";
            var isLate = today > standing.DueOn;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var now = await notifications.NotifyAsync(
                new Notification(Reminder.Key, $"member-plan-due:{member.PersonId}:{standing.DueOn:yyyy-MM-dd}:{(isLate ? "late" : "soon")}", [member.PersonId])
                {
                    Link = PlanLinks.Plan,
                    Values = new Dictionary<string, string> { ["what"] = isLate ? $"{verb}; that was due by {DateWords.Day(standing.DueOn)}" : $"{verb} by {DateWords.Day(standing.DueOn)}" },
                },
                cancellation);
            if (now > 0)
            {
                await events.PublishAsync(new MemberPlanReminded(member.PersonId, member.Name), cancellation);
                told += now;
            }

            await transaction.CommitAsync(CancellationToken.None);
        }

        return told == 0 ? "" : $"{told:#,0} {(told == 1 ? "member" : "members")} reminded";
    }
}
