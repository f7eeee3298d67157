using System.Collections.Frozen;

namespace LearningDev.Content.Recipes;

/// <summary>
/// Names that Orchard Core's recipes use and the portal has nothing like, so that the report says so rather than guess what was meant. A name that a module of the portal has
/// is looked up first.
/// </summary>
internal static class OrchardNames
{
    private const string FeatureBeginning = "OrchardCore.";

    private static readonly FrozenSet<string> Themes = Set(
        "TheAdmin", "TheTheme", "TheBlogTheme", "TheAgencyTheme", "TheComingSoonTheme", "TheDefaultTheme", "SafeMode");

    /// <summary>True for a feature of Orchard Core. Its themes are features too.</summary>
    public static bool IsFeature(string id) => id.StartsWith(FeatureBeginning, StringComparison.OrdinalIgnoreCase) || Themes.Contains(id);

    /// <summary>True for a theme that comes with Orchard Core.</summary>
    public static bool IsTheme(string id) => Themes.Contains(id);

    /// <summary>Sections of the step "settings".</summary>
    public static FrozenSet<string> Sections { get; } = Set(
        "AdminSettings", "AuditTrailSettings", "AuditTrailTrimmingSettings", "AzureADSettings", "ChangeEmailSettings", "ContentAuditTrailSettings", "ContentCulturePickerSettings",
        "CorsSettings", "ElasticSettings", "EmailSettings", "ExternalLoginSettings", "ExternalRegistrationSettings", "FacebookLoginSettings", "FacebookSettings",
        "GitHubAuthenticationSettings", "GoogleAnalyticsSettings", "GoogleAuthenticationSettings", "GoogleTagManagerSettings", "HttpsSettings", "LayerSettings",
        "LocalizationSettings", "LoginSettings", "LuceneSettings", "MicrosoftAccountSettings", "OpenIdServerSettings", "ReCaptchaSettings", "RegistrationSettings",
        "ResetPasswordSettings", "ReverseProxySettings", "RobotsSettings", "RoleLoginSettings", "SmsSettings", "SmtpSettings", "TwitterSettings", "TwoFactorLoginSettings");

    /// <summary>Parts of content types; the last are of before 1.0.</summary>
    public static FrozenSet<string> Parts { get; } = Set(
        "ArchiveLaterPart", "AuditTrailPart", "BagPart", "ButtonPart", "ContainedPart", "ContentMenuItemPart", "DashboardPart", "FlowPart", "FormElementLabelPart", "FormElementPart",
        "FormElementValidationPart", "FormInputElementPart", "FormPart", "HtmlBodyPart", "HtmlMenuItemPart", "InputPart", "LabelPart", "LayerMetadata", "LinkMenuItemPart", "LiquidPart",
        "ListPart", "LocalizationPart", "MenuItemsListPart", "MenuPart", "PreviewPart", "PublishLaterPart", "ReCaptchaPart", "SelectPart", "SeoMetaPart", "TextAreaPart",
        "ValidationPart", "ValidationSummaryPart", "WidgetsListPart", "BodyPart", "MarkdownPart");

    /// <summary>Kinds of field.</summary>
    public static FrozenSet<string> Fields { get; } = Set("GeoPointField", "HtmlField", "LocalizationSetContentPickerField", "YoutubeField");

    /// <summary>Functions that expressions call.</summary>
    public static FrozenSet<string> Functions { get; } = Set(
        "createWorkflowToken", "decrypt", "encrypt", "executeQuery", "getUrlPrefix", "log", "newContentItem", "createContentItem", "updateContentItem", "protect");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
