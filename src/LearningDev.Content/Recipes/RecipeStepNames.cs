using System.Collections.Frozen;

namespace LearningDev.Content.Recipes;

/// <summary>The names of steps that Orchard Core knows and the portal has nothing like.</summary>
internal static class RecipeStepNames
{
    private static readonly FrozenSet<string> NotSupported = new[]
    {
        "custom-settings", "custom-user-settings", "MediaProfiles", "move-attached-media-fields", "layers", "queries", "AdminMenu", "Templates", "AdminTemplates",
        "ShortcodeTemplates", "Placements", "deployment", "command", "ReloadTenant", "RebuildIndex", "ResetIndex", "lucene-index-rebuild",
        "lucene-index-reset", "ElasticIndexSettings", "elastic-index", "elastic-index-rebuild", "elastic-index-reset", "azureai-index-create", "azureai-index-rebuild",
        "azureai-index-reset", "Sitemaps", "UrlRewriting", "FeatureProfiles", "Translations", "DynamicDataTranslations", "CreateOrUpdateRateLimitPolicies",
        "OpenIdApplication", "OpenIdScope", "OpenIdClientSettings", "OpenIdServerSettings", "OpenIdValidationSettings", "TwitterSettings", "FacebookCoreSettings",
        "FacebookLoginSettings", "GitHubAuthenticationSettings", "AzureADSettings", "MicrosoftAccountSettings", "TimeZoneMaps",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells of a step that the portal does not carry out.</summary>
    /// <param name="context">The step.</param>
    /// <param name="supported">The names of the steps that it does carry out.</param>
    public static void TellUnknown(RecipeStepContext context, IReadOnlyList<string> supported)
    {
        if (NotSupported.Contains(context.StepName))
        {
            context.Problem(null, $"The step {context.StepName} is not supported here.", RecipeProblemKind.NotSupported);
            return;
        }

        var nearest = NearestName.Of(context.StepName, supported.Concat(NotSupported));
        context.Problem(null, $"There is no step \"{Shorten(context.StepName)}\".{(nearest is null ? "" : $" Do you mean {nearest}?")}");
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
