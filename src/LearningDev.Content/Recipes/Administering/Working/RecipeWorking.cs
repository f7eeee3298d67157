using System.Text.Json;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Administering.Working;

/// <summary>Finds out what a kept recipe would change, or runs it.</summary>
internal sealed class RecipeWorking(PortalDb db, RecipeRunner runner, RecipeFiles files, RecipeArchive archive, ISettings settings, TimeProvider time)
{
    /// <summary>Does what the recipe's state asks for, and keeps what came of it.</summary>
    public async Task WorkAsync(QueuedWork<RecipePlace> work, CancellationToken cancellation)
    {
        if (await db.Set<KeptRecipe>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == work.Id, cancellation) is not { } kept)
        {
            return;
        }

        try
        {
            using var open = await OpenAsync(kept, cancellation);
            if (kept.State == KeptRecipeState.Checking)
            {
                var report = await runner.RunAsync(open.Recipe, new RecipeRunOptions { DryRun = true, Progress = work }, cancellation);
                await SaveAsync(kept.Id, Checked(open.Recipe, report, differs: false), cancellation);
            }
            else if (kept.State == KeptRecipeState.Running)
            {
                await RunAsync(kept, open.Recipe, work, cancellation);
            }
        }
        catch (RecipeException fault)
        {
            await FailAsync(kept.Id, fault.Message, cancellation);
        }
    }

    /// <summary>Keeps why a recipe could not be checked or run.</summary>
    public Task FailAsync(string id, string why, CancellationToken cancellation) => SaveAsync(
        id,
        kept =>
        {
            kept.State = KeptRecipeState.Checked;
            kept.Report = null;
            kept.Digest = "";
            kept.Failure = why;
        },
        cancellation);

    private async Task RunAsync(KeptRecipe kept, Recipe recipe, QueuedWork<RecipePlace> work, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var report = await runner.RunAsync(recipe, new RecipeRunOptions { GoOn = kept.GoOn, Progress = work }, cancellation);
        if (report.Done && ReportDigest.Of(report) == kept.Digest)
        {
            // In the same transaction as the changes: what is not said to be done was not done.
            await db.Set<KeptRecipeFile>().Where(file => file.Id == kept.Id).ExecuteDeleteAsync(cancellation);
            await SaveAsync(
                kept.Id,
                row =>
                {
                    row.State = KeptRecipeState.Done;
                    row.Report = Json(report);
                },
                cancellation);
            await transaction.CommitAsync(cancellation);
            return;
        }

        await transaction.RollbackAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        await using (await db.Database.BeginTransactionAsync(cancellation))
        {
            // A run that was stopped tells its first problem only. The person is to see all that has become different.
            report = await runner.RunAsync(recipe, new RecipeRunOptions { DryRun = true }, cancellation);
        }

        await SaveAsync(kept.Id, Checked(recipe, report, differs: true), cancellation);
    }

    private static Action<KeptRecipe> Checked(Recipe recipe, RecipeReport report, bool differs) => kept =>
    {
        kept.State = KeptRecipeState.Checked;
        kept.Name = NameOf(recipe);
        kept.Report = Json(report);
        kept.Digest = ReportDigest.Of(report);
        kept.Differs = differs;
        kept.Failure = "";
    };

    private static string NameOf(Recipe recipe)
    {
        var name = recipe.DisplayName.Length > 0 ? recipe.DisplayName : recipe.Name;
        return name.Length <= KeptRecipe.NameLength ? name : name[..KeptRecipe.NameLength];
    }

    private static string Json(RecipeReport report) => JsonSerializer.Serialize(report, PortalJson.Compact);

    private async Task SaveAsync(string id, Action<KeptRecipe> change, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<KeptRecipe>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } kept)
        {
            change(kept);
            kept.EndedUtc = time.GetUtcNow().UtcDateTime;
            kept.Version++;
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<IOpenRecipe> OpenAsync(KeptRecipe kept, CancellationToken cancellation)
    {
        if (kept.Ships)
        {
            return new PlainRecipe(await files.FindAsync(kept.FileName, cancellation));
        }

        var bytes = await db.Set<KeptRecipeFile>().Where(file => file.Id == kept.Id).Select(file => file.Bytes).SingleOrDefaultAsync(cancellation)
            ?? throw new RecipeException($"{kept.FileName} is not kept any more. Upload it again.");
        return await archive.OpenAsync(bytes, kept.FileName, await settings.GetAsync<RecipeSettings>(cancellation), cancellation);
    }
}
