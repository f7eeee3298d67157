using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Administering.Keeping;

/// <summary>A recipe that somebody has chosen or uploaded, from the first look at it until it has been run; it is that person's alone.</summary>
internal sealed class KeptRecipe
{
    public const int NameLength = 200;

    public string Id { get; init; } = Identifiers.New();

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>The name of the file, or of the recipe that ships with the portal.</summary>
    public required string FileName { get; init; }

    /// <summary>True for a recipe that ships with the portal, false for an uploaded file.</summary>
    public required bool Ships { get; init; }

    /// <summary>The recipe's name as people read it; the file's name until it was read.</summary>
    public required string Name { get; set; }

    public KeptRecipeState State { get; set; }

    public required DateTime KeptUtc { get; init; }

    /// <summary>When it is deleted unless it has been run.</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>When the work on it began that is being done now, or was done last.</summary>
    public DateTime BegunUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>When whoever works on it was last heard of; on SQLite only when the work began.</summary>
    public DateTime AliveUtc { get; set; }

    /// <summary>Whether the run goes on past what is wrong or unknown.</summary>
    public bool GoOn { get; set; }

    /// <summary>True when the last run was given up because it would have changed other things than the person had seen.</summary>
    public bool Differs { get; set; }

    /// <summary>What it would change, or has changed, as JSON of <see cref="RecipeReport"/>; null until it is known.</summary>
    public string? Report { get; set; }

    /// <summary>A digest of the report: two reports of the same changes have the same.</summary>
    public string Digest { get; set; } = "";

    /// <summary>Why the recipe cannot be read or run; empty when it can.</summary>
    public string Failure { get; set; } = "";

    public int Version { get; set; }

    /// <summary>True when nobody works any more on what is said to be worked on: the portal was stopped. Nothing was changed then. Set by who reads the row.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>True while it is checked or run.</summary>
    public bool IsWorkedOn => State is KeptRecipeState.Checking or KeptRecipeState.Running && !IsInterrupted;
}

/// <summary>How far a kept recipe is.</summary>
internal enum KeptRecipeState
{
    /// <summary>It is being found out what it would change.</summary>
    Checking,

    /// <summary>It is known what it would change, or why it cannot be run.</summary>
    Checked,

    /// <summary>It is being run.</summary>
    Running,

    /// <summary>It was run.</summary>
    Done,
}

/// <summary>The bytes of an uploaded recipe, apart from the rest, so that they are read only when they are wanted.</summary>
internal sealed class KeptRecipeFile
{
    public required string Id { get; init; }

    public required byte[] Bytes { get; init; }
}

internal static class KeptRecipeTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<KeptRecipe>(entity =>
        {
            entity.ToTable("content_recipe");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.FileName).HasMaxLength(KeptRecipe.NameLength);
            entity.Property(row => row.Name).HasMaxLength(KeptRecipe.NameLength);
            entity.Property(row => row.Digest).HasMaxLength(64);
            entity.Property(row => row.Version).IsConcurrencyToken();
            entity.Ignore(row => row.IsInterrupted);
            entity.HasIndex(row => new { row.PersonId, row.KeptUtc });
            entity.HasIndex(row => row.ExpiresUtc);
        });
        builder.Entity<KeptRecipeFile>(entity =>
        {
            entity.ToTable("content_recipe_file");
            entity.HasKey(row => row.Id);
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.HasOne<KeptRecipe>().WithOne().HasForeignKey<KeptRecipeFile>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
