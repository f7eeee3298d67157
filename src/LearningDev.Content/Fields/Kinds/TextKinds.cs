using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Markdown;

namespace LearningDev.Content.Fields.Kinds;

internal sealed class TextFieldKind : IContentField
{
    public string Name => nameof(TextField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var text = FieldCheck.Read<TextField>(value).Text ?? "";
        var settings = field.Settings.Read<TextFieldSettings>();
        if (IsList(field))
        {
            return FieldCheck.MissingChoice(field, settings, text.Length == 0, required)
                ?? (text.Length == 0 ? null : FieldCheck.Unknown(field, [text], Options(field)));
        }

        return FieldCheck.Missing(field, settings, string.IsNullOrWhiteSpace(text), required)
            ?? (settings.MaximumLength > 0 && text.Length > settings.MaximumLength
                ? $"{field.DisplayName} must be {settings.MaximumLength} characters or fewer"
                : text.Length > 0 && text.Length < settings.MinimumLength ? $"{field.DisplayName} must be {settings.MinimumLength} characters or more"
                : null);
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value)
    {
        var text = FieldCheck.Read<TextField>(value).Text ?? "";
        return IsList(field) ? Options(field).Find(option => option.Value == text)?.Name ?? "" : text;
    }

    public IReadOnlyList<string>? FacetValues(ContentFieldDefinition field, JsonObject? value) =>
        !IsList(field) ? null : FieldCheck.Read<TextField>(value).Text is { Length: > 0 } text ? [text] : [];

    internal static bool IsList(ContentFieldDefinition field) => field.FieldSettings.Editor == "PredefinedList";

    internal static List<ListOption> Options(ContentFieldDefinition field) =>
        field.Settings.Read<TextFieldPredefinedListEditorSettings>().Options;
}

internal sealed class MarkdownFieldKind : IContentField
{
    public string Name => nameof(MarkdownField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required) => FieldCheck.Missing(
        field, field.Settings.Read<FieldSettings>("MarkdownFieldSettings"),
        string.IsNullOrWhiteSpace(FieldCheck.Read<MarkdownField>(value).Markdown), required);

    public string SearchText(ContentFieldDefinition field, JsonObject? value) =>
        MarkdownText.ToPlainText(FieldCheck.Read<MarkdownField>(value).Markdown);
}

internal sealed class MultiTextFieldKind : IContentField
{
    public string Name => nameof(MultiTextField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var values = FieldCheck.Read<MultiTextField>(value).Values;
        var settings = field.Settings.Read<MultiTextFieldSettings>();
        return FieldCheck.MissingChoice(field, settings, values.Count == 0, required)
            ?? (settings.Options.Count == 0 ? null : FieldCheck.Unknown(field, values, settings.Options));
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value)
    {
        var chosen = FieldCheck.Read<MultiTextField>(value).Values;
        return string.Join(" ", field.Settings.Read<MultiTextFieldSettings>().Options
            .Where(option => chosen.Contains(option.Value)).Select(option => option.Name));
    }

    public IReadOnlyList<string> FacetValues(ContentFieldDefinition field, JsonObject? value) => FieldCheck.Read<MultiTextField>(value).Values;
}

internal sealed class LinkFieldKind : IContentField
{
    public string Name => nameof(LinkField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var url = FieldCheck.Read<LinkField>(value).Url ?? "";
        return FieldCheck.Missing(field, field.Settings.Read<FieldSettings>("LinkFieldSettings"), url.Length == 0, required)
            ?? (url.Length == 0 || IsSafe(url)
                ? null
                : $"{field.DisplayName} must be a web address that begins with https:// or http://, or an address of this portal that begins with /");
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => FieldCheck.Read<LinkField>(value).Text ?? "";

    internal static bool IsSafe(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto");
}
