using System.Text.Json;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Hosting;

namespace LearningDev.Platform.Ui.Themes;

/// <summary>The themes that this portal was built with.</summary>
public sealed class InstalledThemes(IWebHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lazy<IReadOnlyList<Theme>> all = new(() => Read(environment));

    /// <summary>All themes, by name.</summary>
    /// <exception cref="InvalidOperationException">A theme has no readable manifest, or the default theme is missing.</exception>
    public IReadOnlyList<Theme> All => all.Value;

    /// <summary>The theme that is used when nothing else is chosen.</summary>
    public Theme Default => All.Single(theme => theme.Id == Theme.DefaultId);

    /// <summary>The theme that the settings name; the default one when it is not there.</summary>
    public Theme Chosen(SiteSettings settings) => All.FirstOrDefault(theme => theme.Id == settings.Theme) ?? Default;

    private static List<Theme> Read(IWebHostEnvironment environment)
    {
        List<Theme> themes = [];
        foreach (var folder in environment.WebRootFileProvider.GetDirectoryContents("themes").Where(entry => entry.IsDirectory))
        {
            var manifest = environment.WebRootFileProvider.GetFileInfo($"themes/{folder.Name}/theme.json");
            if (!manifest.Exists)
            {
                continue;
            }

            using var stream = manifest.CreateReadStream();
            themes.Add(JsonSerializer.Deserialize<Theme>(stream, Json)
                ?? throw new InvalidOperationException($"The manifest of the theme \"{folder.Name}\" is empty."));
        }

        return themes.Exists(theme => theme.Id == Theme.DefaultId)
            ? [.. themes.OrderBy(theme => theme.Name, StringComparer.Ordinal)]
            : throw new InvalidOperationException(
                $"The theme \"{Theme.DefaultId}\" is not below {environment.WebRootPath}. Build the web project: it builds the themes.");
    }
}
