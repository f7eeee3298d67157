using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Compliance.Rules;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance.Recipes;

/// <summary>
/// The recipe step "MandatoryTraining": attendance and exemptions of people by their user names, for example from another system. What is there already is left
/// alone.
/// </summary>
internal sealed class MandatoryTrainingStep(PortalDb db, TrainingRecording recording, WorkingCalendar calendar) : IRecipeStep
{
    public string Name => "MandatoryTraining";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Attended", "Exempt");
        var (today, all) = (await calendar.TodayAsync(), await recording.TrainingAsync(cancellation));
        foreach (var json in context.Objects("Attended"))
        {
            context.CheckProperties(json, "People", "Training", "Learning", "Day", "How", "Note");
            await AttendedAsync(context, json, all, today, cancellation);
        }

        foreach (var json in context.Objects("Exempt"))
        {
            context.CheckProperties(json, "Person", "Training", "From", "Until", "Reason");
            await ExemptAsync(context, json, all, cancellation);
        }
    }

    private async Task AttendedAsync(RecipeStepContext context, JsonObject json, IReadOnlyList<RecordableTraining> all, DateOnly today, CancellationToken cancellation)
    {
        var (learning, note) = (context.Text("Learning", json) ?? "", context.Text("Note", json) ?? "");
        var how = RecordedHow.Register;
        if (Find(all, context.Text("Training", json), learning) is not { } training)
        {
            context.Problem(json, "Attendance needs the key of a rule as Training; Learning, where it stands, must be learning of that rule.");
        }
        else if (Parse(context.Text("Day", json)) is not { } day || day > today)
        {
            context.Problem(json, "Attendance needs a Day such as 2026-05-20, which is not in the future.");
        }
        else if (note.Length > CompletionRow.TextLength || (context.Text("How", json) is { } said && (!Enum.TryParse(said, out how) || !Enum.IsDefined(how))))
        {
            context.Problem(json, $"How must be {string.Join(", ", Enum.GetNames<RecordedHow>())}, and Note have {CompletionRow.TextLength} characters or fewer.");
        }
        else if (await PeopleAsync(context, json, cancellation) is { } people)
        {
            var now = await recording.RecordAsync(people, training, day, how, note, cancellation);
            if (now.Count > 0)
            {
                context.Changed(RecipeAction.Added, "Attendance of mandatory training", $"{training.Value} {day:yyyy-MM-dd}", training.Name, $"{now.Count} people");
            }
        }
    }

    private async Task ExemptAsync(RecipeStepContext context, JsonObject json, IReadOnlyList<RecordableTraining> all, CancellationToken cancellation)
    {
        var (reason, until) = (context.Text("Reason", json) ?? "", Parse(context.Text("Until", json)));
        if (Find(all, context.Text("Training", json), "") is not { } training || reason.Length is 0 or > CompletionRow.TextLength
            || Parse(context.Text("From", json)) is not { } from || until < from || (until is null && context.Text("Until", json) is not null))
        {
            context.Problem(json, $"An exemption needs the key of a rule as Training, From, and a Reason of up to {CompletionRow.TextLength} characters; Until, where it stands, is not before From.");
        }
        else if (await context.PersonAsync(db, json, "Person", cancellation) is { } person
            && !(await recording.ExemptionsAsync(person.Id, cancellation)).Any(row => row.RuleKey == training.Rule.Key && row.From == from))
        {
            if (await recording.ExemptAsync(person.Id, training.Rule, new ExemptTime(from, until), reason, cancellation) is not null)
            {
                context.Problem(json, "There is another exemption for some of these days.");
                return;
            }

            context.Changed(RecipeAction.Added, "Exemption from mandatory training", person.UserName!, training.Rule.Name);
        }
    }

    private async Task<IReadOnlyList<string>?> PeopleAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        List<string> names = [.. context.Texts("People", json).Select(one => one.Text)];
        List<string> normalised = [.. names.Select(name => name.ToUpperInvariant())];
        var found = await db.Users.Where(person => normalised.Contains(person.NormalizedUserName!)).ToDictionaryAsync(person => person.NormalizedUserName!, person => person.Id, cancellation);
        if (names.Count == 0)
        {
            context.Problem(json, "Attendance needs People: a list of user names.");
            return null;
        }

        if (names.Find(name => !found.ContainsKey(name.ToUpperInvariant())) is { } nobody)
        {
            context.Problem(json, $"Nobody has the user name \"{nobody}\".");
            return null;
        }

        return [.. found.Values];
    }

    private static RecordableTraining? Find(IReadOnlyList<RecordableTraining> all, string? key, string learning) =>
        all.FirstOrDefault(one => one.Rule.Key == key && (learning.Length == 0 || one.LearningId == learning));

    private static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
