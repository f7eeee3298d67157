using LearningDev.Content.Items;
using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>Tells those whom it concerns that a planned change could not be made: who planned it and who owns the item, if they are still there.</summary>
internal sealed class PlanLetters(
    IEmail email, Colleagues colleagues, ContentItems items, PortalAddress address, ISettings settings, PlannedChanges plans)
{
    public async Task TellRefusedAsync(PlannedChange plan, IReadOnlyList<string> reasons, CancellationToken cancellation)
    {
        var item = await items.FindAsync(plan.ContentItemId, VersionChoice.Latest, cancellation);
        var people = await colleagues.FindAllAsync([.. new[] { plan.PlannedById, item?.Owner }.OfType<string>().Distinct()], cancellation);
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var doing = plan.Action == PlannedAction.Publish ? "published" : "archived";
        var link = address.Of(item is null ? ContentLinks.Planned : ContentLinks.Edit(plan.ContentItemId));
        var text =
            $"""
            {plan.DisplayText} was to be {doing} on {await plans.WhenAsync(plan.DueUtc)}. It was not, because:

            {string.Join("\n", reasons.Select(reason => $"- {reason}"))}

            Put this right, then {(plan.Action == PlannedAction.Publish ? "publish it, or choose another time" : "archive it, or choose another time")}.
            {(link is null ? "" : $"\n{link}\n")}
            """;
        foreach (var person in people.Where(person => person.Email.Length > 0))
        {
            await email.SendAsync(
                new Letter(person.Email, person.FullName, $"{plan.DisplayText} was not {doing} – {site.SiteName}", text),
                $"plan-refused:{plan.ContentItemId}:{plan.Action}:{plan.Revision}:{plan.DueUtc.Ticks}:{person.Id}", cancellation);
        }
    }
}
