using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Funding.Requests;

/// <summary>What the fields of training requests and their choices are called, as editors have written it in the definition.</summary>
internal sealed class RequestWording(ContentPartDefinition? part)
{
    public static async Task<RequestWording> ReadAsync(ContentDefinitions definitions, CancellationToken cancellation) =>
        new((await definitions.GetAsync(cancellation)).FindPart(TrainingRequest.ContentType));

    /// <summary>A field's label.</summary>
    public string Label(string field) => Find(field)?.DisplayName ?? field;

    /// <summary>The help with a field; null for none.</summary>
    public string? Hint(string field) => Find(field) is { } found && found.Settings[$"{found.FieldName}Settings"]?["Hint"]?.ToString() is { Length: > 0 } hint ? hint : null;

    /// <summary>What can be chosen in a field.</summary>
    public IReadOnlyList<ListOption> Options(string field) => Find(field)?.Settings.Read<TextFieldPredefinedListEditorSettings>().Options ?? [];

    /// <summary>The same for boxes.</summary>
    public IReadOnlyList<SelectListItem> Items(string field) => [.. Options(field).Select(option => new SelectListItem(NameOf(field, option.Value), option.Value))];

    /// <summary>True for a value that can be chosen.</summary>
    public bool Has(string field, string? value) => Options(field).Any(option => option.Value == value);

    /// <summary>The name of a choice's value; the value where it has none.</summary>
    public string NameOf(string field, string? value) => Options(field).FirstOrDefault(option => option.Value == value)?.Name is { Length: > 0 } name ? name : value ?? "";

    private ContentFieldDefinition? Find(string field) => part?.Fields.Find(one => one.Name == field);
}
