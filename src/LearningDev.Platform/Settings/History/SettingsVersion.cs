using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings.History;

/// <summary>A version of a section of settings: what it was, who saved it, when and why (ADM-01). Rows are only ever added.</summary>
internal sealed class SettingsVersion
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required string Json { get; init; }

    /// <summary>When it was saved; null for what was there before the history began.</summary>
    public DateTime? SavedUtc { get; init; }

    public string? PersonId { get; init; }

    public required string PersonName { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The version that was restored; 0 for the section as it was shipped, null for a new one.</summary>
    public int? RestoredVersion { get; init; }
}

internal static class SettingsTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<SettingsVersion>(entity =>
    {
        entity.ToTable("platform_settings_version");
        entity.HasKey(row => new { row.Name, row.Version });
        entity.Property(row => row.Name).HasMaxLength(100);
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PersonName).HasMaxLength(200);
        entity.Property(row => row.Reason).HasMaxLength(Editing.SettingsEditing.LongestReason);
    });
}
