using LearningDev.Compliance.Contracts;
using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.MembersHub.Matrix;

/// <summary>On the hub's home, the mandatory training that a member has to attend; nothing when all is done (MEM-06).</summary>
internal sealed class OwnTrainingPanel(HubPerson hub, ICompliance compliance, WorkingCalendar calendar) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if ((await hub.FindAsync(cancellation)).Member is not { } member)
        {
            return null;
        }

        var states = (await compliance.StatesAsync([member.PersonId], await calendar.TodayAsync(), cancellation)).Where(state => state.Standing is Standing.Due or Standing.Overdue).ToList();
        if (states.Count == 0)
        {
            return null;
        }

        var first = states.Select(state => state.DueOn).OfType<DateOnly>().Order().Cast<DateOnly?>().FirstOrDefault();
        var summary = states.Exists(state => !state.MaySit) ? "Some of it is needed before you may sit on a committee."
            : states.Exists(state => state.Standing == Standing.Overdue) ? "Some of it is overdue."
            : first is { } day ? $"The next is due by {DateWords.Day(day)}." : "See what is due.";
        return new PanelView(HubCard.View, new HubCard(
            states.Count == 1 ? "One mandatory training to attend" : $"{states.Count} mandatory trainings to attend", TrainingPages.Mine, summary));
    }
}
