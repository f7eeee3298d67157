using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Themes;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>
/// The step "settings": the names of the site settings are set one by one; every other object is a section that a module has declared, and replaced whole.
/// </summary>
internal sealed class SettingsStep(ISettings settings, SettingsGuard guard, ModuleRegistry registry, InstalledThemes themes) : IRecipeStep
{
    private static readonly HashSet<string> OfSite = [.. typeof(SiteSettings).GetProperties().Select(property => property.Name)];

    private static readonly string[] NotUsedHere =
    [
        "BaseUrl", "Calendar", "MaxPagedCount", "MaxPageSize", "ResourceDebugMode", "PageTitleFormat", "SiteSalt", "SuperUser", "UseCdn", "CdnBaseUrl",
        "AppendVersion", "HomeRoute", "CacheMode",
    ];

    // Orchard Core has sections of these names too, with properties of its own.
    private static readonly Dictionary<string, string[]> NotUsedOfSection = new()
    {
        ["SearchSettings"] = ["DefaultIndexProfileName", "ProviderName", "Placeholder", "PageTitle", "SearchIndex", "DefaultSearchFields"],
    };

    public string Name => "settings";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        JsonObject ofSite = [];
        foreach (var (name, value) in context.Step.Where(pair => pair.Key != "name"))
        {
            if (OfSite.Contains(name))
            {
                ofSite[name] = value?.DeepClone();
            }
            else if (NotUsedHere.Contains(name))
            {
                context.Problem(value, $"The setting {name} of Orchard Core is not used here.", RecipeProblemKind.Notice);
            }
            else if (registry.SettingsSections.FirstOrDefault(section => section.Type.Name == name && section.Type != typeof(SiteSettings)) is { } section)
            {
                await SaveSectionAsync(context, section.Type, value, cancellation);
            }
            else
            {
                TellUnknown(context, name, value);
            }
        }

        await SaveSiteAsync(context, ofSite, cancellation);
    }

    private void TellUnknown(RecipeStepContext context, string name, JsonNode? value)
    {
        if (OrchardNames.Sections.Contains(name))
        {
            context.Problem(value, $"The section of settings {name} is Orchard Core's and not supported here.", RecipeProblemKind.NotSupported);
            return;
        }

        var sections = registry.SettingsSections.Select(section => section.Type.Name);
        var nearest = NearestName.Of(name, [.. OfSite, .. sections, .. NotUsedHere]);
        var hint = nearest is null ? "" : string.Equals(nearest, name, StringComparison.OrdinalIgnoreCase) ? $" It must be written {nearest}." : $" Do you mean {nearest}?";
        context.Problem(value, value is JsonObject
            ? $"There is no section of settings \"{name}\".{hint}"
            : $"There is no setting \"{name}\".{hint}");
    }

    private async Task SaveSiteAsync(RecipeStepContext context, JsonObject given, CancellationToken cancellation)
    {
        if (given.Count == 0)
        {
            return;
        }

        var before = JsonSerializer.SerializeToNode(await settings.GetAsync<SiteSettings>(cancellation), PortalJson.Compact)!.AsObject();
        var merged = before.DeepClone().AsObject();
        foreach (var (name, value) in given)
        {
            merged[name] = value?.DeepClone();
            if (await FaultOfAsync(merged, name, cancellation) is { } fault)
            {
                context.Problem(context.Step[name], $"{name} is not right. {fault}.");
                merged[name] = before[name]?.DeepClone();
            }
        }

        // Files may write numbers as texts; what is kept is what the class writes.
        var site = JsonSerializer.SerializeToNode(Read(merged, typeof(SiteSettings)), typeof(SiteSettings), PortalJson.Compact)!.AsObject();
        await SaveAsync(context, typeof(SiteSettings), site, cancellation);
    }

    private async Task<string?> FaultOfAsync(JsonObject site, string name, CancellationToken cancellation) =>
        Read(site, typeof(SiteSettings)) is not SiteSettings read ? "It is of the wrong kind"
        : name == nameof(SiteSettings.Theme) && !themes.All.Any(theme => theme.Id == read.Theme) ? $"There is no theme \"{read.Theme}\""
        : (await guard.CheckAsync(nameof(SiteSettings), site.ToJsonString(PortalJson.Compact), cancellation)).FirstOrDefault(fault => fault.Property == name)?.Message;

    private async Task SaveSectionAsync(RecipeStepContext context, Type type, JsonNode? value, CancellationToken cancellation)
    {
        if (value is not JsonObject section)
        {
            context.Problem(value, $"{type.Name} must be an object.");
            return;
        }

        var used = section.DeepClone().AsObject();
        foreach (var name in (NotUsedOfSection.GetValueOrDefault(type.Name) ?? []).Where(used.ContainsKey))
        {
            context.Problem(section[name], $"{type.Name}.{name} of Orchard Core is not used here.", RecipeProblemKind.Notice);
            used.Remove(name);
        }

        JsonShape.Check(context, section, type, NotUsedOfSection.GetValueOrDefault(type.Name) ?? []);
        if (used.Count == 0 && section.Count > 0)
        {
            return;
        }

        if (Read(used, type) is not { } typed)
        {
            context.Problem(section, $"{type.Name} is not what it should be.");
            return;
        }

        var json = JsonSerializer.SerializeToNode(typed, type, PortalJson.Compact)!.AsObject();
        if (await guard.CheckAsync(type.Name, json.ToJsonString(PortalJson.Compact), cancellation) is [var wrong, ..])
        {
            context.Problem(section, $"{type.Name}: {(wrong.Property.Length > 0 ? $"{wrong.Property}: " : "")}{wrong.Message}.");
            return;
        }

        await SaveAsync(context, type, json, cancellation);
    }

    private async Task SaveAsync(RecipeStepContext context, Type type, JsonObject section, CancellationToken cancellation)
    {
        var json = await settings.FindJsonAsync(type.Name, cancellation);
        var before = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(json ?? "{}", type, PortalJson.Compact), type, PortalJson.Compact)!.AsObject();
        var different = section.Select(pair => pair.Key).Union(before.Select(pair => pair.Key))
            .Where(name => !JsonNode.DeepEquals(before[name], section[name])).ToList();
        if (different.Count > 0 && await settings.SaveJsonAsync(type.Name, section.ToJsonString(PortalJson.Compact), cancellation))
        {
            context.Changed(json is null ? RecipeAction.Added : RecipeAction.Changed, "Settings", type.Name, type.Name, string.Join(", ", different));
        }
    }

    private static object? Read(JsonObject json, Type type)
    {
        try
        {
            return json.Deserialize(type, PortalJson.Compact);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }
}
