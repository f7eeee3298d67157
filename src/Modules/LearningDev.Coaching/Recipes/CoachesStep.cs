using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Coaching.Approving;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Profiles;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Recipes;

/// <summary>
/// The recipe step "Coaches": coach profiles that are drafts, wait for HR, or were approved elsewhere. Those that wait begin the workflow, and nobody is told so. A person who has a profile is left alone. Days are
/// written as days, or counted from the day on which the recipe runs.
/// </summary>
internal sealed class CoachesStep(PortalDb db, ContentItems items, ProfileCheck check, CaseCare cases, LetterSilence silence, WorkingCalendar calendar, IEvents events, TimeProvider time) : IRecipeStep
{
    private static readonly CoachState[] States = [CoachState.Draft, CoachState.Sent, CoachState.Approved];

    public string Name => "Coaches";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        var today = await calendar.TodayAsync();
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(
                json, "Id", "Person", "State", "IsPaused", "Pools", "Introduction", "Experience", "Qualification", "QualificationLevel", "AwardingBody", "QualifiedOn", "QualificationExpiresOn",
                "QualificationExpiresInDays", "SupervisionOn", "SupervisionDaysAgo", "Capacity", "Practice", "Themes", "Languages", "Days", "Places", "Approaches");
            var id = context.Text("Id", json) ?? "";
            if (id.Length is 0 or > Identifiers.MaximumLength || !Enum.TryParse<CoachState>(context.Text("State", json), out var state) || !States.Contains(state))
            {
                context.Problem(json, $"A coach needs an Id of up to {Identifiers.MaximumLength} characters, and a State that is one of {string.Join(", ", States)}.");
                continue;
            }

            if (await context.PersonAsync(db, json, "Person", cancellation) is not { } person)
            {
                continue;
            }

            if (await db.Coaches.AnyAsync(row => row.Id == id || row.PersonId == person.Id, cancellation))
            {
                continue;
            }

            await BringAsync(context, json, id, person, state, today, cancellation);
        }
    }

    private async Task BringAsync(RecipeStepContext context, JsonObject json, string id, Person person, CoachState state, DateOnly today, CancellationToken cancellation)
    {
        var item = items.New(CoachProfile.Type);
        (item.ContentItemId, item.Owner) = (id, person.Id);
        item.Alter<TitlePart>(part => part.Title = $"Coach profile of {person.FullName}");
        item.Alter<CoachProfile>(part =>
        {
            part.Pools.ContentItemIds = Texts("Pools");
            (part.Introduction.Text, part.Experience.Text, part.Practice.Text) = (context.Text("Introduction", json), context.Text("Experience", json), context.Text("Practice", json));
            (part.Qualification.Text, part.QualificationLevel.Text, part.AwardingBody.Text) = (context.Text("Qualification", json), context.Text("QualificationLevel", json), context.Text("AwardingBody", json));
            part.QualifiedOn.Value = Day("QualifiedOn");
            part.QualificationExpiresOn.Value = Day("QualificationExpiresOn") ?? (Number("QualificationExpiresInDays") is { } left ? Moment(today.AddDays(left)) : null);
            part.LastSupervisionOn.Value = Day("SupervisionOn") ?? (Number("SupervisionDaysAgo") is { } ago ? Moment(today.AddDays(-ago)) : null);
            part.Capacity.Value = Number("Capacity");
        });
        item.Alter<CoachingMatch>(part =>
        {
            (part.Themes.TaxonomyContentItemId, part.Themes.TermContentItemIds) = (CoachingMatch.Taxonomy, Texts("Themes"));
            (part.Languages.Values, part.Days.Values, part.Places.Values, part.Approaches.Values) = (Texts("Languages"), Texts("Days"), Texts("Places"), Texts("Approaches"));
        });
        // What was approved elsewhere may have run out since.
        if (state == CoachState.Sent && await check.ProblemsAsync(item, cancellation) is [var first, ..])
        {
            context.Problem(json, $"The coach profile is not complete: {first}.");
            return;
        }

        try
        {
            await items.SaveDraftAsync(item, cancellation);
        }
        catch (ContentInvalidException fault)
        {
            context.Problem(json, $"The coach profile cannot be saved: {fault.Message}");
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var row = new CoachRow
        {
            Id = id,
            PersonId = person.Id,
            PersonName = person.FullName,
            State = state,
            IsPaused = context.Text("IsPaused", json) is "true" or "True",
            IsAsked = state == CoachState.Sent,
            CreatedUtc = now,
            SentUtc = state == CoachState.Draft ? null : now,
            DecidedUtc = state == CoachState.Approved ? now : null,
        };
        db.Add(row);
        await ProfileCopy.WriteAsync(db, row, item, cancellation);
        if (state == CoachState.Approved)
        {
            ProfileCopy.Approve(row, item);
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachProfileBegun(id, person.FullName), cancellation);
        if (state == CoachState.Sent)
        {
            using var quiet = silence.Begin();
            if (await cases.StartWithAsync(ProfileSentEvent.ActivityName, id, person.Id, [], cancellation) is not { } caseId)
            {
                context.Problem(json, "No workflow is switched on that takes coach profiles.");
                return;
            }

            row = await db.Coaches.SingleAsync(one => one.Id == id, cancellation);
            row.CaseId = caseId;
            await db.SaveChangesAsync(cancellation);
        }

        context.Changed(RecipeAction.Added, "Coach", id, person.FullName);

        List<string> Texts(string property) => [.. context.Texts(property, json).Select(text => text.Text)];

        int? Number(string property) => int.TryParse(context.Text(property, json), CultureInfo.InvariantCulture, out var number) ? number : null;

        DateTime? Day(string property) =>
            DateOnly.TryParseExact(context.Text(property, json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Moment(day) : null;
    }

    private static DateTime Moment(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
