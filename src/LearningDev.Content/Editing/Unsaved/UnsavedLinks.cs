namespace LearningDev.Content.Editing.Unsaved;

/// <summary>The addresses of what is typed and not saved.</summary>
internal static class UnsavedLinks
{
    public const string Api = "/api/content/forms";

    /// <summary>What the query of a form's page calls the form whose text is brought back.</summary>
    public const string FormQuery = "form";

    /// <summary>The form of an item with what was typed.</summary>
    public static string BringBack(string contentItemId, string formId) => $"{ContentLinks.Edit(contentItemId)}?{FormQuery}={formId}";

    /// <summary>The form of a new item with what was typed.</summary>
    public static string BringBackNew(string contentType, string formId) => $"{ContentLinks.New(contentType)}?{FormQuery}={formId}";

    /// <summary>Where two versions are brought together.</summary>
    public static string Merge(string contentItemId, string formId) => $"{ContentLinks.Edit(contentItemId)}/merge?{FormQuery}={formId}";

    public static string ThrowAway(string formId) => $"/content/forms/{formId}/throw-away";
}
