using System.Globalization;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Cycle;

/// <summary>The recipe step "MemberCycle": steps of an electoral cycle that were done elsewhere. What is recorded already is left alone.</summary>
internal sealed class MemberCycleStep(PortalDb db, ISettings settings, IEvents events, TimeProvider time) : IRecipeStep
{
    public string Name => "MemberCycle";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        var (dates, rules) = (await settings.GetAsync<CalendarSettings>(cancellation), await settings.GetAsync<MemberCycleSettings>(cancellation));
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "ElectionYear", "Step", "DoneOn", "Reference");
            var (key, reference) = (context.Text("Step", json) ?? "", context.Text("Reference", json) ?? "");
            if (!int.TryParse(json["ElectionYear"]?.ToString(), CultureInfo.InvariantCulture, out var year) || year is < 1970 or > 2100
                || !DateOnly.TryParseExact(context.Text("DoneOn", json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || reference.Length > CycleDoneRow.ReferenceLength
                || CycleStep.Of(NamedYear.Electoral(dates, new DateOnly(year, 12, 31)), dates, rules).FirstOrDefault(one => one.Key == key) is not { } step)
            {
                context.Problem(json, $"A step of the cycle needs the ElectionYear, a Step such as strategy-working-group, DoneOn as 2027-03-31, and a Reference of up to {CycleDoneRow.ReferenceLength} characters.");
                continue;
            }

            if (await db.MemberCycleDone.AnyAsync(row => row.ElectionYear == year && row.StepKey == key, cancellation))
            {
                continue;
            }

            db.Add(new CycleDoneRow { ElectionYear = year, StepKey = key, DoneOn = day, Reference = reference, RecordedByName = "A recipe", RecordedUtc = time.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new CycleStepDone(year, key, step.Words, day), cancellation);
            context.Changed(RecipeAction.Added, "Electoral cycle", string.Create(CultureInfo.InvariantCulture, $"{year}-{key}"), step.Words);
        }
    }
}
