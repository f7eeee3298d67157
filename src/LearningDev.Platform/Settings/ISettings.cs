namespace LearningDev.Platform.Settings;

/// <summary>Reads and writes the portal's settings. A section is a class; its name in the database and in recipes is the class's name.</summary>
public interface ISettings
{
    /// <summary>Reads a section; its shipped defaults when it was never saved.</summary>
    Task<T> GetAsync<T>(CancellationToken cancellation = default) where T : class, new();

    /// <summary>Saves a section and publishes <see cref="SettingsChanged"/>. Saving what is there already changes nothing.</summary>
    /// <returns>True when something changed.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else saved the section meanwhile.</exception>
    Task<bool> SaveAsync<T>(T section, CancellationToken cancellation = default) where T : class, new();

    /// <summary>Reads a section as it is in the database now, with its version, for a form that will save it.</summary>
    Task<VersionedSection<T>> ReadAsync<T>(CancellationToken cancellation = default) where T : class, new();

    /// <summary>Saves a section that a form has shown, unless somebody else has saved it since, and publishes <see cref="SettingsChanged"/>.</summary>
    /// <param name="section">The section as it shall be.</param>
    /// <param name="version">The version that the form was opened with.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>True when something changed.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody else has saved the section since.</exception>
    Task<bool> SaveAsync<T>(T section, int version, CancellationToken cancellation = default) where T : class, new();

    /// <summary>Reads a section as JSON by name; null when it was never saved.</summary>
    Task<string?> FindJsonAsync(string name, CancellationToken cancellation = default);

    /// <summary>Saves a section as JSON by name, for sections that no class describes.</summary>
    /// <returns>True when something changed.</returns>
    Task<bool> SaveJsonAsync(string name, string json, CancellationToken cancellation = default);
}

/// <summary>A section of settings as a form shows it.</summary>
/// <typeparam name="T">The section's class.</typeparam>
/// <param name="Section">The section; its shipped defaults when it was never saved.</param>
/// <param name="Version">How often it has been saved; 0 when never.</param>
public sealed record VersionedSection<T>(T Section, int Version);
