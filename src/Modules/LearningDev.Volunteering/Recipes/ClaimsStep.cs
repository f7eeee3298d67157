using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Volunteering.Claiming;
using LearningDev.Volunteering.Claims;
using LearningDev.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Recipes;

/// <summary>
/// The recipe step "VolunteeringClaims": claims that were decided elsewhere, drafts, and claims that begin the workflow. What is there already is left alone, and nobody is told. Days are written as days, or counted from
/// the day on which the recipe runs; a claim that is to be sent and that the rules do not allow on that day stays a draft.
/// </summary>
internal sealed class ClaimsStep(
    PortalDb db, ContentItems items, WorkingCalendar calendar, ClaimDrafts drafts, LetterSilence silence, IEvents events, TimeProvider time) : IRecipeStep
{
    private const string Day = "Day";
    private const string DaysAgo = "DaysAgo";
    private const string WorkingDaysAgo = "WorkingDaysAgo";
    private const string WorkingDaysAhead = "WorkingDaysAhead";

    public string Name => "VolunteeringClaims";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        var today = await calendar.TodayAsync();
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "Id", "Person", "Opportunity", "Organisation", "Activity", "Skills", "Reflection", "State", "OwnTime", "LeaveHours", "Planned", "Taken");
            var (id, organisation) = (context.Text("Id", json) ?? "", context.Text("Organisation", json) ?? "");
            if (id.Length is 0 or > Identifiers.MaximumLength || organisation.Length is 0 or > ClaimRow.OrganisationLength
                || !Enum.TryParse<ClaimState>(context.Text("State", json), out var state) || !Enum.IsDefined(state))
            {
                context.Problem(json, $"A claim needs an Id of up to {Identifiers.MaximumLength} characters, an Organisation, and a State.");
                continue;
            }

            if (await context.PersonAsync(db, json, "Person", cancellation) is not { } person)
            {
                continue;
            }

            if (await db.VolunteeringClaims.AnyAsync(row => row.Id == id, cancellation))
            {
                continue;
            }

            var working = await calendar.WorkingDaysAsync(cancellation);
            DayTime[]? own = Days(context, json, "OwnTime"), planned = Days(context, json, "Planned"), taken = Days(context, json, "Taken");
            if (own is null || planned is null || taken is null || own.DistinctBy(day => day.Day).Count() < own.Length)
            {
                context.Problem(json, $"Each day of a claim needs {Day}, {DaysAgo}, {WorkingDaysAgo} or {WorkingDaysAhead}, and Hours above 0 and up to 24; a day of own time stands once.");
                continue;
            }

            var (row, item) = await WriteAsync(id, person.Id, person.FullName, organisation, state == ClaimState.Sent ? ClaimState.Draft : state, json, own, planned, taken);
            if (state == ClaimState.Sent)
            {
                using var quiet = silence.Begin();
                if ((await drafts.SendAsync(new ClaimDraft(row, item, IsReturned: false), cancellation)) is { Fits: false } review)
                {
                    context.Problem(json, $"The claim stays a draft: {review.About ?? review.Time ?? review.Learning ?? review.Leave}.", RecipeProblemKind.Notice);
                }
            }

            context.Changed(RecipeAction.Added, "Claim for volunteering", id, organisation);

            DayTime[]? Days(RecipeStepContext context, JsonObject json, string property)
            {
                List<DayTime> days = [];
                foreach (var one in context.Objects(property, json))
                {
                    if (DayOf(context, one) is not { } day || Hours.Read(context.Text("Hours", one)) is not (> 0 and <= 1440 and { } minutes))
                    {
                        return null;
                    }

                    days.Add(new DayTime(day, minutes));
                }

                return [.. days];
            }

            DateOnly? DayOf(RecipeStepContext context, JsonObject one) =>
                DateOnly.TryParseExact(context.Text(Day, one), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
                : int.TryParse(context.Text(DaysAgo, one), CultureInfo.InvariantCulture, out var ago) ? today.AddDays(-ago)
                : int.TryParse(context.Text(WorkingDaysAgo, one), CultureInfo.InvariantCulture, out var back) ? working.AddWorkingDays(today, -back)
                : int.TryParse(context.Text(WorkingDaysAhead, one), CultureInfo.InvariantCulture, out var ahead) ? working.AddWorkingDays(today, ahead) : null;
        }

        async Task<(ClaimRow Row, ContentItem Item)> WriteAsync(string id, string personId, string name, string organisation, ClaimState state, JsonObject json, DayTime[] own, DayTime[] planned, DayTime[] taken)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var item = items.New(VolunteeringClaim.Type);
            (item.ContentItemId, item.Owner) = (id, personId);
            item.Alter<TitlePart>(part => part.Title = $"Volunteering with {organisation}");
            item.Alter<VolunteeringClaim>(part =>
            {
                part.Opportunity.ContentItemIds = context.Text("Opportunity", json) is { Length: > 0 } opportunity ? [opportunity] : [];
                (part.Organisation.Text, part.Activity.Text, part.Reflection.Text) = (organisation, context.Text("Activity", json), context.Text("Reflection", json));
                part.Skills.TermContentItemIds = [.. context.Texts("Skills", json).Select(skill => skill.Text)];
                part.Skills.TaxonomyContentItemId = VolunteeringClaim.SkillsTaxonomy;
            });
            await items.SaveDraftAsync(item, cancellation);
            var isCounted = state == ClaimState.Agreed;
            var row = new ClaimRow
            {
                Id = id,
                PersonId = personId,
                PersonName = name,
                State = state,
                Organisation = organisation,
                LeaveYearStart = state == ClaimState.Draft ? null : (await calendar.LeaveYearAsync(today, cancellation)).Start,
                OwnMinutes = own.Sum(day => day.Minutes),
                LeaveMinutes = Hours.Read(context.Text("LeaveHours", json)) ?? 0,
                CreatedUtc = now,
                SentUtc = state == ClaimState.Draft ? null : now,
                DecidedUtc = state == ClaimState.Draft ? null : now,
            };
            db.Add(row);
            db.AddRange(own.Select(day => new OwnTimeRow { ClaimId = id, PersonId = personId, Day = day.Day, Minutes = day.Minutes, IsCounted = isCounted }));
            foreach (var (days, kind) in new[] { (planned, LeaveState.Planned), (taken, LeaveState.Taken) })
            {
                db.AddRange(days.Select(day => new LeaveRow { ClaimId = id, PersonId = personId, Day = day.Day, Minutes = day.Minutes, State = kind, ChangedByName = name, ChangedUtc = now }));
            }

            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new VolunteeringClaimBegun(id, organisation), cancellation);
            return (row, item);
        }
    }
}
