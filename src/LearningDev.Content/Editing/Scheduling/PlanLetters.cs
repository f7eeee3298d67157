using LearningDev.Content.Items;
using LearningDev.Platform.Notifications;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>Tells those whom it concerns that a planned change could not be made: who planned it and who owns the item, if they are still there.</summary>
internal sealed class PlanLetters(INotifications notifications, ContentItems items, PlannedChanges plans)
{
    public static readonly NotificationKind Kind = new(
        "plan-refused", "Planned changes that could not be made", "When something that you planned or own was not published or archived at its time.",
        new NotificationWords(
            "{{ title }} was not {{ done }}",
            "{{ title }} was to be {{ done }} on {{ when }}. It was not, because something is missing.",
            """
            {{ title }} was to be {{ done }} on {{ when }}. It was not, because:

            {{ reasons }}

            Put this right, then have it {{ done }}, or choose another time.
            """))
    {
        Placeholders =
        [
            new NotificationPlaceholder("title", "What was to be changed", "Chairing meetings"),
            new NotificationPlaceholder("done", "“published” or “archived”", "published"),
            new NotificationPlaceholder("when", "When it was to be", "22 November 2026 at 9am"),
            new NotificationPlaceholder("reasons", "Why it was not", "- Enter summary"),
        ],
    };

    public async Task TellRefusedAsync(PlannedChange plan, IReadOnlyList<string> reasons, CancellationToken cancellation)
    {
        var item = await items.FindAsync(plan.ContentItemId, VersionChoice.Latest, cancellation);
        await notifications.NotifyAsync(
            new Notification(
                Kind.Key, $"plan-refused:{plan.ContentItemId}:{plan.Action}:{plan.Revision}:{plan.DueUtc.Ticks}", [.. new[] { plan.PlannedById, item?.Owner }.OfType<string>().Distinct()])
            {
                Link = item is null ? ContentLinks.Planned : ContentLinks.Edit(plan.ContentItemId),
                Values = new Dictionary<string, string>
                {
                    ["title"] = plan.DisplayText,
                    ["done"] = plan.Action == PlannedAction.Publish ? "published" : "archived",
                    ["when"] = await plans.WhenAsync(plan.DueUtc),
                    ["reasons"] = string.Join("\n", reasons.Select(reason => $"- {reason}")),
                },
            },
            cancellation);
    }
}
