namespace LearningDev.Workflows.Requests;

/// <summary>The place of the pages about requests where other modules may show panels.</summary>
public static class RequestPanels
{
    /// <summary>
    /// What is asked for, on the page on which people decide about it and on that of the person who asked, above the fields of the item. The subject is a <see cref="RequestSubject"/>.
    /// A module whose panel shows fields of its own says in their definition that pages do not show them (<c>"FieldUseSettings": { "OnPage": false }</c>).
    /// </summary>
    public const string What = "workflow-request";
}

/// <summary>What a panel about a request is shown with. Whoever reads the page may know of all that the item says.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ContentType">The name of the item's content type.</param>
/// <param name="ContentItemId">The item.</param>
public sealed record RequestSubject(string CaseId, string ContentType, string ContentItemId);
