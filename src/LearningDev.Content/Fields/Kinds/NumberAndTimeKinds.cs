using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Fields.Kinds;

internal sealed class BooleanFieldKind : IContentField
{
    public string Name => nameof(BooleanField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required) => null;

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";

    public IReadOnlyList<string> FacetValues(ContentFieldDefinition field, JsonObject? value) =>
        value?[nameof(BooleanField.Value)] is null ? [] : FieldCheck.Read<BooleanField>(value).Value ? [FieldFacets.Yes] : [FieldFacets.No];
}

internal sealed class NumericFieldKind : IContentField
{
    public string Name => nameof(NumericField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var number = FieldCheck.Read<NumericField>(value).Value;
        var settings = field.Settings.Read<NumericFieldSettings>();
        return number switch
        {
            null => FieldCheck.Missing(field, settings, isEmpty: true, required),
            _ when number < settings.Minimum => $"{field.DisplayName} must be {Show(settings.Minimum)} or more",
            _ when number > settings.Maximum => $"{field.DisplayName} must be {Show(settings.Maximum)} or fewer",
            _ when decimal.Round(number.Value, settings.Scale) != number => settings.Scale == 0
                ? $"{field.DisplayName} must be a whole number"
                : $"{field.DisplayName} must have no more than {settings.Scale} decimal places",
            _ => null,
        };
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";

    private static string Show(decimal? number) => number?.ToString("#,##0.##", CultureInfo.CurrentCulture) ?? "";
}

internal sealed class DateFieldKind : IContentField
{
    public string Name => nameof(DateField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required)
    {
        var day = FieldCheck.Read<DateField>(value).Value is { } moment ? DateOnly.FromDateTime(moment) : (DateOnly?)null;
        var settings = field.Settings.Read<DateFieldSettings>();
        return day switch
        {
            null => FieldCheck.Missing(field, settings, isEmpty: true, required),
            _ when day < settings.Earliest => $"{field.DisplayName} must be {DateWords.Day(settings.Earliest.Value)} or later",
            _ when day > settings.Latest => $"{field.DisplayName} must be {DateWords.Day(settings.Latest.Value)} or earlier",
            _ => null,
        };
    }

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";
}

internal sealed class DateTimeFieldKind : IContentField
{
    public string Name => nameof(DateTimeField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required) => FieldCheck.Missing(
        field, field.Settings.Read<FieldSettings>("DateTimeFieldSettings"), FieldCheck.Read<DateTimeField>(value).Value is null, required);

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";
}

internal sealed class TimeFieldKind : IContentField
{
    public string Name => nameof(TimeField);

    public string? Check(ContentFieldDefinition field, JsonObject? value, bool required) => FieldCheck.Missing(
        field, field.Settings.Read<FieldSettings>("TimeFieldSettings"), FieldCheck.Read<TimeField>(value).Value is null, required);

    public string SearchText(ContentFieldDefinition field, JsonObject? value) => "";
}
