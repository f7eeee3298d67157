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

    /// <summary>Reads a section as JSON by name; null when it was never saved.</summary>
    Task<string?> FindJsonAsync(string name, CancellationToken cancellation = default);

    /// <summary>Saves a section as JSON by name, for sections that no class describes.</summary>
    /// <returns>True when something changed.</returns>
    Task<bool> SaveJsonAsync(string name, string json, CancellationToken cancellation = default);
}
