using System.Text.RegularExpressions;
using LearningDev.Platform.Modules;

namespace LearningDev.Platform.Settings;

/// <summary>The sections of settings that an administrator sees: those of the modules that are switched on.</summary>
internal sealed class SettingsSections(ModuleRegistry registry, Features features)
{
    /// <summary>All of them, in the order in which the modules are listed.</summary>
    public async Task<IReadOnlyList<DeclaredSettings>> AllAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return [.. registry.SettingsSections.Where(section => enabled.Contains(section.ModuleId))];
    }

    /// <summary>Finds a section by the last part of its address; null when there is none.</summary>
    public async Task<DeclaredSettings?> FindAsync(string slug, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(section => section.Slug() == slug);
}

/// <summary>The addresses of the pages of a section.</summary>
internal static partial class SettingsAddresses
{
    public const string Overview = "/admin/settings";

    /// <summary>The name of a section in addresses: "CatalogueSettings" is "catalogue".</summary>
    public static string Slug(this DeclaredSettings section) =>
        WordStart().Replace(section.Type.Name.EndsWith("Settings", StringComparison.Ordinal) ? section.Type.Name[..^"Settings".Length] : section.Type.Name, "-$0").ToLowerInvariant();

    /// <summary>The page on which the section is changed.</summary>
    public static string Page(this DeclaredSettings section) => section.OwnPage ?? $"{Overview}/{section.Slug()}";

    public static string History(this DeclaredSettings section) => $"{Overview}/history/{section.Slug()}";

    public static string Restore(this DeclaredSettings section, int version) => $"{section.History()}/{version}";

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
