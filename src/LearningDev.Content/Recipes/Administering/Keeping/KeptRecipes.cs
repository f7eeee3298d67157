using System.Text.Json;
using LearningDev.Content.Recipes.Administering.Working;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Administering.Keeping;

/// <summary>Keeps recipes between the look at what they would change and the run, each for the person whose it is.</summary>
internal sealed class KeptRecipes(PortalDb db, RecipeFiles files, RecipeWorker worker, CurrentPerson person, ISettings settings, IEvents events, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Finds a recipe of the current person; null when there is none, or it has expired.</summary>
    public async Task<KeptRecipe?> FindAsync(string id, CancellationToken cancellation)
    {
        var now = Now;
        // Asked first: who has just ended has written down what came of it.
        var isWorkedOn = worker.Find(id) is not null;
        var kept = await db.Set<KeptRecipe>().AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && row.PersonId == person.Id && (row.State == KeptRecipeState.Done || row.ExpiresUtc > now), cancellation);
        if (kept is { State: KeptRecipeState.Checking or KeptRecipeState.Running } && !isWorkedOn)
        {
            // On SQLite there is one node only, and it knows what it does.
            kept.IsInterrupted = db.IsSqlite || kept.AliveUtc < now - RecipeWorker.LongestSilence;
        }

        return kept;
    }

    /// <summary>The recipes of the current person that have not been run, the newest first.</summary>
    public async Task<IReadOnlyList<KeptRecipe>> WaitingAsync(int most, CancellationToken cancellation)
    {
        var now = Now;
        return await db.Set<KeptRecipe>().AsNoTracking()
            .Where(row => row.PersonId == person.Id && row.State != KeptRecipeState.Done && row.ExpiresUtc > now)
            .OrderByDescending(row => row.KeptUtc).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Keeps an uploaded file and begins to find out what it would change.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> KeepFileAsync(string fileName, byte[] bytes, CancellationToken cancellation)
    {
        var name = fileName.Length <= KeptRecipe.NameLength ? fileName : fileName[^KeptRecipe.NameLength..];
        var kept = await NewAsync(name, ships: false, cancellation);
        db.Add(new KeptRecipeFile { Id = kept.Id, Bytes = bytes });
        return await SaveAsync(kept, new RecipeUploaded(kept.Id, name, bytes.LongLength), cancellation);
    }

    /// <summary>Takes a recipe that ships with the portal and begins to find out what it would change.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RecipeException">There is no such recipe.</exception>
    public async Task<string> ChooseAsync(string name, CancellationToken cancellation)
    {
        var recipe = await files.FindAsync(name, cancellation);
        var kept = await NewAsync(recipe.Name, ships: true, cancellation);
        return await SaveAsync(kept, new RecipeChosen(kept.Id, recipe.Name), cancellation);
    }

    /// <summary>Finds out again what a recipe would change.</summary>
    /// <returns>False when it is being worked on or was run already.</returns>
    public async Task<bool> CheckAgainAsync(KeptRecipe kept, CancellationToken cancellation) =>
        (kept.State == KeptRecipeState.Checked || kept.IsInterrupted)
        && await BeginAsync(kept, KeptRecipeState.Checking, new RecipeChosen(kept.Id, kept.Name), cancellation);

    /// <summary>Begins to run a recipe whose changes the person has seen.</summary>
    /// <param name="kept">The recipe.</param>
    /// <param name="digest">The digest of the report that the person has seen.</param>
    /// <param name="goOn">Whether to go on past what is wrong or unknown.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when it is run already, or the person has seen another report than the newest.</returns>
    public async Task<bool> RunAsync(KeptRecipe kept, string digest, bool goOn, CancellationToken cancellation)
    {
        if (kept.State != KeptRecipeState.Checked || kept.Report is null || kept.Digest != digest)
        {
            return false;
        }

        kept.GoOn = goOn;
        return await BeginAsync(kept, KeptRecipeState.Running, new RecipeRunBegun(kept.Id, kept.Name, goOn), cancellation);
    }

    /// <summary>Deletes a recipe that is not to be run.</summary>
    /// <returns>False when it is being worked on or was run already.</returns>
    public async Task<bool> DiscardAsync(KeptRecipe kept, CancellationToken cancellation)
    {
        if (kept.State != KeptRecipeState.Checked && !kept.IsInterrupted)
        {
            return false;
        }

        db.Remove(kept);
        if (!await TrySaveAsync(cancellation))
        {
            return false;
        }

        await events.PublishAsync(new RecipeDiscarded(kept.Id, kept.Name), cancellation);
        return true;
    }

    /// <summary>What is known of a recipe's changes; null when nothing is.</summary>
    public static RecipeReport? ReportOf(KeptRecipe kept) =>
        kept.Report is { } json ? JsonSerializer.Deserialize<RecipeReport>(json, PortalJson.Compact) : null;

    /// <summary>Deletes what was kept for too long, whosever it is.</summary>
    /// <returns>How many recipes were deleted.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = Now;
        return await db.Set<KeptRecipe>().Where(row => row.State != KeptRecipeState.Done && row.ExpiresUtc <= now).ExecuteDeleteAsync(cancellation);
    }

    private async Task<KeptRecipe> NewAsync(string name, bool ships, CancellationToken cancellation) => new()
    {
        PersonId = person.Id ?? throw new InvalidOperationException("Nobody is signed in."),
        FileName = name,
        Name = name,
        Ships = ships,
        KeptUtc = Now,
        ExpiresUtc = Now.AddHours((await settings.GetAsync<RecipeSettings>(cancellation)).KeepHours),
        BegunUtc = Now,
        AliveUtc = Now,
        State = KeptRecipeState.Checking,
    };

    private async Task<string> SaveAsync<TEvent>(KeptRecipe kept, TEvent happened, CancellationToken cancellation) where TEvent : IPortalEvent
    {
        await DeleteExpiredAsync(cancellation);
        db.Add(kept);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(happened, cancellation);
        WorkOnCommit(kept.Id);
        return kept.Id;
    }

    private async Task<bool> BeginAsync<TEvent>(KeptRecipe kept, KeptRecipeState state, TEvent happened, CancellationToken cancellation) where TEvent : IPortalEvent
    {
        db.Attach(kept);
        kept.State = state;
        kept.BegunUtc = kept.AliveUtc = Now;
        kept.EndedUtc = null;
        kept.Differs = false;
        kept.Version++;
        db.Entry(kept).Property(row => row.GoOn).IsModified = true;
        if (!await TrySaveAsync(cancellation))
        {
            return false;
        }

        await events.PublishAsync(happened, cancellation);
        WorkOnCommit(kept.Id);
        return true;
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was quicker: the other click of a double click, or another window.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private void WorkOnCommit(string id)
    {
        var who = person.Principal;
        db.OnCommitted(() => worker.Begin(id, who));
    }
}

/// <summary>Somebody uploaded a recipe to see what it would change.</summary>
/// <param name="Id">What it is kept as.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record RecipeUploaded(string Id, string FileName, long Length) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Id, FileName);

    /// <inheritdoc />
    public string Summary => $"Uploaded the recipe {FileName}";
}

/// <summary>Somebody looks at what a recipe would change.</summary>
/// <param name="Id">What it is kept as.</param>
/// <param name="Name">The recipe's name.</param>
public sealed record RecipeChosen(string Id, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Checked the recipe {Name}";
}

/// <summary>Somebody has a recipe run.</summary>
/// <param name="Id">What it is kept as.</param>
/// <param name="Name">The recipe's name.</param>
/// <param name="GoOn">Whether it goes on past what is wrong or unknown.</param>
public sealed record RecipeRunBegun(string Id, string Name, bool GoOn) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Began to run the recipe {Name}{(GoOn ? ", leaving out what is wrong or unknown" : "")}";
}

/// <summary>Somebody gave up a recipe instead of running it.</summary>
/// <param name="Id">What it was kept as.</param>
/// <param name="Name">The recipe's name.</param>
public sealed record RecipeDiscarded(string Id, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Id, Name);

    /// <inheritdoc />
    public string Summary => $"Did not run the recipe {Name}";
}
