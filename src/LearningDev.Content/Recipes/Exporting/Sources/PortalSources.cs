using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Exporting.Sources;

/// <summary>Which modules are switched on, without those that always are.</summary>
internal sealed class FeatureSource(ModuleRegistry registry, Features features) : IRecipeSource
{
    public string Id => "features";

    public string Name => "Modules";

    public string Description => "Which modules are switched on.";

    public int Order => 10;

    public async Task<int> CountAsync(CancellationToken cancellation) => (await IdsAsync(cancellation)).Count;

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Has(Id))
        {
            yield return new ExportedStep("feature", new JsonObject { ["enable"] = new JsonArray([.. (await IdsAsync(cancellation)).Select(id => JsonValue.Create(id))]) });
        }
    }

    private async Task<IReadOnlyList<string>> IdsAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return [.. registry.Modules.Select(module => module.Manifest).Where(manifest => !manifest.AlwaysOn && enabled.Contains(manifest.Id))
            .Select(manifest => manifest.Id).Order(StringComparer.Ordinal)];
    }
}

/// <summary>Sections of settings as they are now, with the values that were never changed; never a secret.</summary>
internal sealed class SettingsSource(ModuleRegistry registry, ISettings settings) : IRecipeSource
{
    public string Id => "settings";

    public string Name => "Settings";

    public string Description => "Settings of the portal and its modules. Passwords and keys are never written.";

    public int Order => 20;

    public Task<IReadOnlyList<RecipeChoice>> ChoicesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RecipeChoice>>(
        [.. registry.SettingsSections.Select(section => new RecipeChoice(section.Type.Name, section.Title, null, section.Description))]);

    public Task<int> CountAsync(CancellationToken cancellation) => Task.FromResult(registry.SettingsSections.Count);

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chosen = registry.SettingsSections.Where(section => plan.Has(Id, section.Type.Name)).OrderBy(section => section.Type.Name, StringComparer.Ordinal).ToList();
        if (chosen.Count == 0)
        {
            yield break;
        }

        JsonObject flat = [];
        JsonObject sections = [];
        foreach (var section in chosen)
        {
            var json = SecretSettings.Write(section.Type, await settings.FindJsonAsync(section.Type.Name, cancellation));
            if (section.Type != typeof(SiteSettings))
            {
                sections[section.Type.Name] = json;
                continue;
            }

            // The theme has a step of its own, as in Orchard Core.
            json.Remove(nameof(SiteSettings.Theme));
            foreach (var (name, value) in json)
            {
                flat[name] = value?.DeepClone();
            }
        }

        foreach (var (name, value) in sections)
        {
            flat[name] = value?.DeepClone();
        }

        yield return new ExportedStep("settings", flat);
    }
}

/// <summary>The chosen theme.</summary>
internal sealed class ThemesSource(ISettings settings) : IRecipeSource
{
    public string Id => "themes";

    public string Name => "Theme";

    public string Description => "Which theme the portal has.";

    public int Order => 30;

    public Task<int> CountAsync(CancellationToken cancellation) => Task.FromResult(1);

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Has(Id))
        {
            yield return new ExportedStep("themes", new JsonObject { ["site"] = (await settings.GetAsync<SiteSettings>(cancellation)).Theme });
        }
    }
}

/// <summary>Roles and what they may do.</summary>
internal sealed class RolesSource(PortalDb db) : IRecipeSource
{
    public string Id => "roles";

    public string Name => "Roles";

    public string Description => "Roles and what they may do, without the people who have them.";

    public int Order => 40;

    public async Task<IReadOnlyList<RecipeChoice>> ChoicesAsync(CancellationToken cancellation) =>
        [.. (await db.Roles.AsNoTracking().ToListAsync(cancellation)).OrderBy(role => role.Name, StringComparer.CurrentCulture)
            .Select(role => new RecipeChoice(role.Name!, role.Name!, null, role.Description))];

    public Task<int> CountAsync(CancellationToken cancellation) => db.Roles.CountAsync(cancellation);

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!plan.Has(Id))
        {
            yield break;
        }

        var roles = await db.Roles.AsNoTracking().ToListAsync(cancellation);
        var permissions = (await db.RoleClaims.AsNoTracking().Where(claim => claim.ClaimType == Role.PermissionClaim).ToListAsync(cancellation))
            .ToLookup(claim => claim.RoleId, claim => claim.ClaimValue!);
        var rules = (await db.Set<RoleRule>().AsNoTracking().ToListAsync(cancellation)).ToLookup(rule => rule.RoleId);
        yield return ExportedStep.Of("Roles", "Roles", roles.Where(role => plan.Has(Id, role.Name!)).OrderBy(role => role.Name, StringComparer.Ordinal)
            .Select(role => new JsonObject
            {
                [nameof(Role.Name)] = role.Name,
                [nameof(Role.Description)] = role.Description,
                ["Permissions"] = new JsonArray([.. permissions[role.Id].Order(StringComparer.Ordinal).Select(permission => JsonValue.Create(permission))]),
                ["PermissionBehavior"] = "Replace",
                ["Rules"] = new JsonArray([.. rules[role.Id].OrderBy(rule => rule.Kind).ThenBy(rule => rule.Value, StringComparer.Ordinal)
                    .Select(rule => new JsonObject { [nameof(RoleRule.Kind)] = rule.Kind.ToString(), [nameof(RoleRule.Value)] = rule.Value })]),
            }));
    }
}
