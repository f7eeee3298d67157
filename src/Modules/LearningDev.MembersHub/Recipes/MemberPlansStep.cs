using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Plans;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Recipes;

/// <summary>
/// The recipe step "MemberPlans": brings in completed personal development plans of members, one for each. A member who has a plan keeps it: it is theirs. Nobody is told.
/// </summary>
internal sealed class MemberPlansStep(PortalDb db, ContentItems items, MemberDirectory members, WorkingCalendar calendar, IEvents events, TimeProvider time) : IRecipeStep
{
    public string Name => "MemberPlans";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            context.CheckProperties(json, "Person", "Reviewer", "CompletedDaysAgo", "Goals", "Note", "Needs");
            if (await context.PersonAsync(db, json, "Person", cancellation) is { } person && await context.PersonAsync(db, json, "Reviewer", cancellation) is { } reviewer)
            {
                await BringAsync(context, json, person.Id, reviewer, cancellation);
            }
        }
    }

    private async Task BringAsync(RecipeStepContext context, JsonObject json, string personId, Person reviewer, CancellationToken cancellation)
    {
        if (await db.MemberPlans.AnyAsync(row => row.PersonId == personId, cancellation))
        {
            return;
        }

        var today = await calendar.TodayAsync();
        if (await members.FindAsync(personId, today, cancellation) is not { } member)
        {
            context.Problem(context.Find("Person", json), "This person is no member today, so there is no plan.");
            return;
        }

        if (!int.TryParse(context.Text("CompletedDaysAgo", json), NumberStyles.None, CultureInfo.InvariantCulture, out var daysAgo) || daysAgo > 3650)
        {
            context.Problem(context.Find("CompletedDaysAgo", json) ?? json, "CompletedDaysAgo must be a number of days from 0 to 3650.");
            return;
        }

        var goals = (context.Text("Goals", json) ?? "").Trim();
        List<NeedRow> needs = [];
        foreach (var need in context.Objects("Needs", json))
        {
            if (NeedOf(context, need, personId) is not { } read)
            {
                return;
            }

            needs.Add(read);
        }

        if (goals.Length == 0 || needs.Count is 0 or > NeedRow.Most)
        {
            context.Problem(json, $"A plan needs Goals, and 1 to {NeedRow.Most} Needs.");
            return;
        }

        var item = items.New(MemberDevelopmentPlan.ContentType);
        item.Owner = personId;
        item.Alter<TitlePart>(part => part.Title = $"Personal development plan of {member.Name}");
        item.Alter<MemberDevelopmentPlan>(plan => plan.Goals.Text = goals);
        try
        {
            item = await items.SaveDraftAsync(item, cancellation);
        }
        catch (ContentInvalidException fault)
        {
            context.Problem(json, $"The plan cannot be saved: {fault.Message}");
            return;
        }

        var (now, note) = (time.GetUtcNow().UtcDateTime, (context.Text("Note", json) ?? "").Trim());
        db.Add(new PlanRow
        {
            PersonId = personId,
            PersonName = member.Name,
            ItemId = item.ContentItemId,
            CompletedOn = today.AddDays(-daysAgo),
            ReviewerId = reviewer.Id,
            ReviewerName = $"{reviewer.GivenName} {reviewer.FamilyName}",
            ReviewNote = note.Length <= PlanRow.NoteLength ? note : note[..PlanRow.NoteLength],
            ReviewedUtc = note.Length > 0 ? now : null,
            ChangedUtc = now,
        });
        db.AddRange(needs);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberPlanChanged(personId, member.Name, "all"), cancellation);
        context.Changed(RecipeAction.Added, "Personal development plan", item.ContentItemId, member.Name);
    }

    private NeedRow? NeedOf(RecipeStepContext context, JsonObject json, string personId)
    {
        context.CheckProperties(json, "Area", "About", "What", "Weight", "Way");
        var (about, what, way) = (context.Text("About", json) ?? "", context.Text("What", json) ?? "", context.Text("Way", json) ?? "");
        if (!Enum.TryParse<NeedArea>(context.Text("Area", json), out var area) || !Enum.IsDefined(area) || !Enum.TryParse<NeedWeight>(context.Text("Weight", json), out var weight) || !Enum.IsDefined(weight)
            || about.Length is 0 or > NeedRow.AboutLength || what.Length is 0 or > NeedRow.WhatLength || way.Length is 0 or > NeedRow.WayLength)
        {
            context.Problem(json, "A need has an Area (Role, Priority, Skill), About, What, a Weight (High, Medium, Low) and a Way.");
            return null;
        }

        return new NeedRow { Id = Identifiers.New(), PersonId = personId, Area = area, About = about, What = what, Weight = weight, Way = way, CreatedUtc = time.GetUtcNow().UtcDateTime };
    }
}
