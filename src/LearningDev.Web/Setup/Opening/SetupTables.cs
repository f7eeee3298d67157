using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup.Opening;

/// <summary>The code that a node has printed on its console, kept hashed so that any node accepts it.</summary>
internal sealed class SetupCodeRow
{
    /// <summary>The name of the machine that printed it.</summary>
    public required string Node { get; init; }

    /// <summary>See <see cref="SetupCode.Hash"/>.</summary>
    public required string Hash { get; set; }

    /// <summary>The code opens nothing from this moment on.</summary>
    public required DateTime ExpiresUtc { get; set; }

    /// <summary>How many wrong codes have been typed anywhere while this one was valid.</summary>
    public int WrongAttempts { get; set; }
}

internal static class SetupTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<SetupCodeRow>(entity =>
    {
        entity.ToTable("setup_code");
        entity.HasKey(row => row.Node);
        entity.Property(row => row.Node).HasMaxLength(100);
        entity.Property(row => row.Hash).HasMaxLength(64);
    });
}
