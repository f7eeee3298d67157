using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;

namespace LearningDev.Content.Fields.Kinds;

internal sealed class TaxonomyFieldKind : IContentField
{
    public string Name => nameof(TaxonomyField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var terms = FieldCheck.Read<TaxonomyField>(value).TermContentItemIds;
        var settings = field.Settings.Read<TaxonomyFieldSettings>();
        return FieldCheck.MissingChoice(field, settings, terms.Count == 0, required)
            ?? (settings.Unique && terms.Count > 1 ? $"Select only one of {FieldCheck.Lower(field.DisplayName)}" : null);
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";

    public IReadOnlyList<string> FacetValues(ContentFieldDefinition field, JsonObject? value) => FieldCheck.Read<TaxonomyField>(value).TermContentItemIds;
}

internal sealed class ContentPickerFieldKind : IContentField
{
    public string Name => nameof(ContentPickerField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var ids = FieldCheck.Read<ContentPickerField>(value).ContentItemIds;
        var settings = field.Settings.Read<ContentPickerFieldSettings>();
        return FieldCheck.MissingChoice(field, settings, ids.Count == 0, required)
            ?? (!settings.Multiple && ids.Count > 1 ? $"Select only one of {FieldCheck.Lower(field.DisplayName)}" : null);
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";
}

internal sealed class UserPickerFieldKind : IContentField
{
    public string Name => nameof(UserPickerField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var ids = FieldCheck.Read<UserPickerField>(value).UserIds;
        var settings = field.Settings.Read<UserPickerFieldSettings>();
        return FieldCheck.MissingChoice(field, settings, ids.Count == 0, required)
            ?? (!settings.Multiple && ids.Count > 1 ? $"Select only one of {FieldCheck.Lower(field.DisplayName)}" : null);
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";
}

internal sealed class MediaFieldKind : IContentField
{
    public string Name => nameof(MediaField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var media = FieldCheck.Read<MediaField>(value);
        var settings = field.Settings.Read<MediaFieldSettings>();
        return FieldCheck.MissingChoice(field, settings, media.Paths.Count == 0, required)
            ?? (!settings.Multiple && media.Paths.Count > 1 ? $"Select only one of {FieldCheck.Lower(field.DisplayName)}" : null);
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) =>
        string.Join(" ", FieldCheck.Read<MediaField>(value).MediaTexts);
}
