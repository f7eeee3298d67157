using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Content.Recipes.Expressions;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Recipes;

/// <summary>
/// Runs recipes: all of a recipe in one transaction, or nothing (CMS-05). Running one twice changes nothing the second time. A dry run is the same
/// run, rolled back.
/// </summary>
public sealed class RecipeRunner(
    PortalDb db, RecipeFiles files, IEnumerable<IRecipeStep> steps, RecipeEvaluations evaluations, RightsWatch rights, LastAdministrator lastAdministrator, Features features, IEvents events, PublishingOrigin origin, ILogger<RecipeRunner> log)
{
    private const string InnerRecipesStep = "recipes";
    private const int MaximumDepth = 10;

    // Any number will do, as long as every node of the portal asks for the same one.
    private const long RunLock = 20_261_125;

    private readonly Dictionary<string, string> faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IRecipeStep> steps = steps.ToDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs the recipe of the given name, with the recipes that it names.</summary>
    /// <returns>How many things it changed.</returns>
    /// <exception cref="RecipeException">The recipe cannot be run; nothing was changed.</exception>
    public async Task<int> RunAsync(string name, CancellationToken cancellation = default) =>
        await RunAsync(await files.FindAsync(name, cancellation), cancellation);

    /// <summary>Runs a recipe, with the recipes that it names.</summary>
    /// <returns>How many things it changed.</returns>
    /// <exception cref="RecipeException">The recipe cannot be run; nothing was changed.</exception>
    public async Task<int> RunAsync(Recipe recipe, CancellationToken cancellation = default)
    {
        var report = await RunAsync(recipe, new RecipeRunOptions(), cancellation);
        return report.Problems.FirstOrDefault(problem => problem.Stops) is { } problem
            ? throw new RecipeException(problem.ToString()) { Line = problem.Line }
            : report.Changes.Count;
    }

    /// <summary>Runs the recipe of the given name, with the recipes that it names.</summary>
    /// <returns>What it did, or would do.</returns>
    /// <exception cref="RecipeException">There is no such recipe, or it cannot be read.</exception>
    public async Task<RecipeReport> RunAsync(string name, RecipeRunOptions options, CancellationToken cancellation = default) =>
        await RunAsync(await files.FindAsync(name, cancellation), options, cancellation);

    /// <summary>
    /// Runs a recipe, with the recipes that it names, in a transaction of its own or within the caller's. What the caller's context still follows is
    /// forgotten when the run is a dry one or is stopped.
    /// </summary>
    /// <returns>What it did, or would do.</returns>
    public async Task<RecipeReport> RunAsync(Recipe recipe, RecipeRunOptions options, CancellationToken cancellation = default)
    {
        using var running = origin.Begin(PublishingSource.Recipe);
        var progress = new RecipeProgress(options);
        var evaluation = await evaluations.BeginAsync(options, cancellation);
        try
        {
            await PrepareAsync(recipe, evaluation, progress, [], cancellation);
        }
        catch (RecipeStoppedException)
        {
            return Report(recipe, progress, done: false);
        }

        var point = db.Database.CurrentTransaction is null ? null : await db.MarkAsync(cancellation);
        await using var own = point is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await WaitForOthersAsync(cancellation);
        var before = await rights.ReadAsync(cancellation);
        var wasAdministered = await lastAdministrator.IsThereOneAsync(cancellation);
        var done = false;
        try
        {
            await RunStepsAsync(recipe, evaluation, progress, [], cancellation);
            foreach (var atEnd in progress.AtEnd.Values)
            {
                await atEnd(cancellation);
            }

            if (wasAdministered && !await lastAdministrator.IsThereOneAsync(cancellation))
            {
                progress.AddAlways(new RecipeProblem(recipe.Name, 0, "", $"{LastAdministrator.Refusal}."));
            }

            progress.Changes.AddRange(await rights.ChangesAsync(recipe.Name, before, cancellation));
            if (!options.DryRun)
            {
                if (progress.Changes.Count > 0)
                {
                    await events.PublishAsync(new RecipeRun(recipe.Name, progress.Changes.Count), cancellation);
                }

                await (own?.CommitAsync(cancellation) ?? Task.CompletedTask);
                done = true;
            }
        }
        catch (RecipeStoppedException)
        {
            progress.Changes.Clear();
        }
        finally
        {
            if (!done)
            {
                await UndoAsync(own, point);
            }
        }

        return Report(recipe, progress, done);
    }

    private RecipeReport Report(Recipe recipe, RecipeProgress progress, bool done)
    {
        log.LogInformation("Recipe {Recipe}: {Changes} changes, {Problems} problems, {Outcome}",
            recipe.Name, progress.Changes.Count, progress.Problems.Count, done ? "done" : progress.Options.DryRun ? "a dry run" : "stopped");
        List<RecipeProblem> problems = [.. progress.Problems];
        if (progress.MoreProblems > 0)
        {
            var kind = progress.MoreStop ? RecipeProblemKind.Fault : RecipeProblemKind.Notice;
            problems.Add(new RecipeProblem(recipe.Name, 0, "", $"There are {progress.MoreProblems} problems more.") { Kind = kind });
        }

        return new RecipeReport(recipe.Name, progress.Changes, problems, done);
    }

    private async Task UndoAsync(IDbContextTransaction? own, UndoPoint? point)
    {
        await (own?.RollbackAsync(CancellationToken.None) ?? point!.UndoAsync());
        db.ChangeTracker.Clear();
    }

    // On SQLite the transaction itself is the queue.
    private async Task WaitForOthersAsync(CancellationToken cancellation)
    {
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({RunLock})", cancellation);
        }
    }

    /// <summary>Lets the steps get from elsewhere what they need. What is wrong with a step is told when it is run.</summary>
    private async Task PrepareAsync(
        Recipe recipe, RecipeEvaluation evaluation, RecipeProgress progress, IReadOnlyList<string> around, CancellationToken cancellation)
    {
        foreach (var raw in recipe.Steps)
        {
            if (raw["name"] is not JsonValue value || !value.TryGetValue<string>(out var name))
            {
                continue;
            }

            if (steps.TryGetValue(name, out var step) && step.Prepares)
            {
                await step.PrepareAsync(Evaluated(), cancellation);
            }
            else if (IsInner(name))
            {
                foreach (var inner in (Evaluated().Find("Values") as JsonArray ?? []).OfType<JsonObject>())
                {
                    if (Evaluated().Text("name", inner) is { } innerName && !RunsItself(innerName, [.. around, recipe.Name]) && await FindInnerAsync(innerName, progress, cancellation) is { } found)
                    {
                        await PrepareAsync(found, evaluation, progress, [.. around, recipe.Name], cancellation);
                    }
                }
            }

            RecipeStepContext Evaluated()
            {
                var (json, lines) = evaluation.Of(recipe).Evaluate(raw, (_, _) => { });
                return new RecipeStepContext(recipe, name, json, lines, progress);
            }
        }
    }

    private async Task RunStepsAsync(
        Recipe recipe, RecipeEvaluation evaluation, RecipeProgress progress, IReadOnlyList<string> around, CancellationToken cancellation)
    {
        foreach (var problem in recipe.Problems)
        {
            progress.Add(problem);
        }

        foreach (var (index, raw) in recipe.Steps.Index())
        {
            var context = Begin(recipe, raw, evaluation, progress);
            if (context is null)
            {
                continue;
            }

            progress.Options.Progress?.Report(new RecipePlace(recipe.Name, index + 1, recipe.Steps.Count, context.StepName, progress.Changes.Count));
            if (IsInner(context.StepName))
            {
                await RunInnerAsync(context, evaluation, progress, [.. around, recipe.Name], cancellation);
            }
            else if (steps.TryGetValue(context.StepName, out var step))
            {
                await (await features.SwitchedOffOwnerAsync(step.GetType(), cancellation) is { } off
                    ? TellSwitchedOff(context, off)
                    : RunStepAsync(step, context, cancellation));
            }
            else
            {
                RecipeStepNames.TellUnknown(context, [.. steps.Keys, InnerRecipesStep]);
            }
        }
    }

    private RecipeStepContext? Begin(Recipe recipe, JsonObject raw, RecipeEvaluation evaluation, RecipeProgress progress)
    {
        var line = recipe.Lines.Of(raw);
        if (raw["name"] is not JsonValue value || !value.TryGetValue<string>(out var name))
        {
            var other = raw.FirstOrDefault(pair => string.Equals(pair.Key, "name", StringComparison.OrdinalIgnoreCase)).Key;
            progress.Add(new RecipeProblem(recipe.Name, line, "", other is null or "name"
                ? "The step has no name."
                : $"The step's \"{other}\" must be written \"name\"."));
            return null;
        }

        if (!steps.ContainsKey(name) && !IsInner(name) && !RecipeExpressions.IsExpression(name))
        {
            // What its expressions are worth does not matter.
            return new RecipeStepContext(recipe, name, raw, recipe.Lines, progress);
        }

        var (json, lines) = evaluation.Of(recipe).Evaluate(raw, (at, message) => progress.Add(new RecipeProblem(recipe.Name, at, name, message)));
        return json["name"] is JsonValue evaluated ? new RecipeStepContext(recipe, evaluated.GetValue<string>(), json, lines, progress) : null;
    }

    private static Task TellSwitchedOff(RecipeStepContext context, ModuleManifest module)
    {
        context.Problem(null, $"The step {context.StepName} belongs to {module.Name}, which is switched off.");
        return Task.CompletedTask;
    }

    private async Task RunStepAsync(IRecipeStep step, RecipeStepContext context, CancellationToken cancellation)
    {
        var changes = context.Progress.Changes.Count;
        try
        {
            await db.UndoablyAsync(() => step.RunAsync(context, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or RecipeStoppedException))
        {
            var foreseen = fault is RecipeException or JsonException or ContentInvalidException or ContentConflictException or ImportException or MediaRefusedException
                or DbUpdateException or DbException or InvalidOperationException or FormatException or ArgumentException or IOException or UnauthorizedAccessException;
            log.Log(foreseen ? LogLevel.Information : LogLevel.Error, fault, "Recipe {Recipe}: the step {Step} failed", context.Recipe.Name, context.StepName);
            context.Progress.Changes.RemoveRange(changes, context.Progress.Changes.Count - changes);
            var line = fault is RecipeException { Line: > 0 and var known } ? known : context.Line(null);
            context.Progress.Add(new RecipeProblem(context.Recipe.Name, line, context.StepName, foreseen ? fault.Message : $"The step failed in a way that nobody foresaw; the log says more. {fault.Message}"));
        }
    }

    private async Task RunInnerAsync(
        RecipeStepContext context, RecipeEvaluation evaluation, RecipeProgress progress, IReadOnlyList<string> around, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Values");
        foreach (var value in context.Objects("Values"))
        {
            var name = context.Text("name", value) ?? "";
            if (RunsItself(name, around))
            {
                context.Problem(value, $"The recipe {name} runs itself.");
            }
            else if (await FindInnerAsync(name, progress, cancellation) is { } inner)
            {
                await RunStepsAsync(inner, evaluation, progress, around, cancellation);
            }
            else
            {
                context.Problem(value, faults[name]);
            }
        }
    }

    private static bool IsInner(string name) => string.Equals(name, InnerRecipesStep, StringComparison.OrdinalIgnoreCase);

    private static bool RunsItself(string name, IReadOnlyList<string> around) =>
        around.Contains(name, StringComparer.OrdinalIgnoreCase) || around.Count > MaximumDepth;

    private async Task<Recipe?> FindInnerAsync(string name, RecipeProgress progress, CancellationToken cancellation)
    {
        if (!progress.Inner.TryGetValue(name, out var recipe))
        {
            try
            {
                progress.Inner[name] = recipe = await files.FindAsync(name, cancellation);
            }
            catch (RecipeException fault)
            {
                faults[name] = fault.Message;
            }
        }

        return recipe;
    }
}

/// <summary>A recipe was run and changed something.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Changes">How many things it changed.</param>
public sealed record RecipeRun(string Name, int Changes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Name, Name);

    /// <inheritdoc />
    public string Summary => $"Ran the recipe {Name}";
}
