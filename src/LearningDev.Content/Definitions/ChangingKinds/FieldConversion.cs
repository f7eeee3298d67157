using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Definitions.ChangingKinds;

/// <summary>
/// Turns what a field holds into what it holds as another kind (CMS-02): the value is read as the words that people see, and these are understood as the new kind.
/// What cannot be understood is lost, and said to be.
/// </summary>
/// <param name="from">The field as it was.</param>
/// <param name="to">The field as it shall be.</param>
/// <param name="fromTerms">The terms of its taxonomy before; empty where it has none.</param>
/// <param name="toTaxonomy">The taxonomy of the new kind; null where it has none.</param>
/// <param name="zone">The council's time zone.</param>
internal sealed class FieldConversion(
    ContentFieldDefinition from, ContentFieldDefinition to, IReadOnlyList<Term> fromTerms, Taxonomy? toTaxonomy, TimeZoneInfo zone)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] DayForms = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMMM yyyy HH:mm"];
    private static readonly char[] Dividers = [',', ';', '\n'];

    private static readonly Dictionary<FieldShape, FieldShape[]> Sensible = new()
    {
        [FieldShape.Line] = [FieldShape.Lines, FieldShape.Formatted, FieldShape.Choice, FieldShape.Choices, FieldShape.Number, FieldShape.Day, FieldShape.YesOrNo, FieldShape.Link, FieldShape.Terms],
        [FieldShape.Lines] = [FieldShape.Line, FieldShape.Formatted, FieldShape.Choice, FieldShape.Choices],
        [FieldShape.Formatted] = [FieldShape.Lines],
        [FieldShape.Choice] = [FieldShape.Line, FieldShape.Choices, FieldShape.YesOrNo, FieldShape.Terms],
        [FieldShape.Choices] = [FieldShape.Line, FieldShape.Lines, FieldShape.Choice, FieldShape.Terms],
        [FieldShape.YesOrNo] = [FieldShape.Line, FieldShape.Choice],
        [FieldShape.Number] = [FieldShape.Line, FieldShape.Choice],
        [FieldShape.Day] = [FieldShape.Line, FieldShape.Moment],
        [FieldShape.Moment] = [FieldShape.Line, FieldShape.Day],
        [FieldShape.Time] = [FieldShape.Line],
        [FieldShape.Link] = [FieldShape.Line],
        [FieldShape.Terms] = [FieldShape.Line, FieldShape.Choice, FieldShape.Choices],
    };

    private readonly FieldShape fromShape = FieldShape.Of(from) ?? FieldShape.Line;
    private readonly FieldShape toShape = FieldShape.Of(to) ?? FieldShape.Line;

    /// <summary>The kinds that a field can sensibly be made; none for pickers and files.</summary>
    public static IReadOnlyList<FieldShape> To(FieldShape shape) => Sensible.GetValueOrDefault(shape, []);

    /// <summary>Turns a value.</summary>
    /// <param name="value">The field's JSON; null when the item does not have it.</param>
    public ConvertedValue Convert(JsonObject? value)
    {
        var texts = value is null ? [] : Texts(value);
        if (texts.Count == 0)
        {
            return new ConvertedValue(null, "", "", Loses: false);
        }

        var (json, understood) = Understand(texts);
        var after = json is null ? "" : string.Join(", ", new FieldConversion(to, to, toTaxonomy?.Terms ?? [], toTaxonomy, zone).Texts(json));
        var loses = understood < texts.Count || (fromShape == FieldShape.Link && value![nameof(LinkField.Text)]?.ToString() is { Length: > 0 } words && words != texts[0])
            || (fromShape == FieldShape.Moment && toShape == FieldShape.Day);
        return new ConvertedValue(json, string.Join(", ", texts), after, loses);
    }

    /// <summary>The words that people see; none where nothing is filled in.</summary>
    private IReadOnlyList<string> Texts(JsonObject value)
    {
        IEnumerable<string?> texts = fromShape.Kind switch
        {
            nameof(MarkdownField) => (string?[])[FieldCheck.Read<MarkdownField>(value).Markdown],
            nameof(MultiTextField) => FieldCheck.Read<MultiTextField>(value).Values.Select(chosen => (string?)NameOf(from, chosen)),
            nameof(BooleanField) => value[nameof(BooleanField.Value)] is null ? [] : (string?[])[FieldCheck.Read<BooleanField>(value).Value ? "Yes" : "No"],
            nameof(NumericField) => (string?[])[FieldCheck.Read<NumericField>(value).Value?.ToString("0.############", CultureInfo.InvariantCulture)],
            nameof(DateField) => (string?[])[FieldCheck.Read<DateField>(value).Value is { } day ? DateWords.Day(DateOnly.FromDateTime(day)) : null],
            nameof(DateTimeField) => (string?[])[FieldCheck.Read<DateTimeField>(value).Value is { } moment
                ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone).ToString("d MMMM yyyy HH:mm", British) : null],
            nameof(TimeField) => (string?[])[FieldCheck.Read<TimeField>(value).Value?.ToString(@"hh\:mm", CultureInfo.InvariantCulture)],
            nameof(LinkField) => (string?[])[FieldCheck.Read<LinkField>(value).Url],
            nameof(TaxonomyField) => FieldCheck.Read<TaxonomyField>(value).TermContentItemIds.Select(id => (string?)(fromTerms.FirstOrDefault(term => term.Id == id)?.Name ?? id)),
            _ => (string?[])[FieldCheck.Read<TextField>(value).Text is { } text && fromShape == FieldShape.Choice ? NameOf(from, text) : FieldCheck.Read<TextField>(value).Text],
        };
        return [.. texts.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text))];
    }

    /// <summary>Understands words as the new kind, and says how many of them.</summary>
    private (JsonObject? Json, int Understood) Understand(IReadOnlyList<string> texts)
    {
        var whole = texts[0].Trim();
        switch (toShape.Key)
        {
            case "line":
                return (Of(nameof(TextField.Text), string.Join(", ", texts).ReplaceLineEndings(" ")), texts.Count);
            case "lines":
                return (Of(nameof(TextField.Text), string.Join("\n", texts)), texts.Count);
            case "formatted":
                return (Of(nameof(MarkdownField.Markdown), string.Join("\n\n", texts)), texts.Count);
            case "choice":
                return Find(Options(to), whole) is { } chosen ? (Of(nameof(TextField.Text), chosen), 1) : (null, 0);
            case "choices":
                var (values, missed) = FindAll(Options(to), texts);
                return (values.Count == 0 ? null : new JsonObject { [nameof(MultiTextField.Values)] = Array(values) }, texts.Count - missed);
            case "terms":
                var (terms, unknown) = FindAll([.. toTaxonomy?.Terms.Select(term => (term.Id, term.Name)) ?? []], texts);
                return (terms.Count == 0 ? null : new JsonObject
                {
                    [nameof(TaxonomyField.TaxonomyContentItemId)] = toTaxonomy!.Id,
                    [nameof(TaxonomyField.TermContentItemIds)] = Array(terms),
                }, texts.Count - unknown);
            case "yes-or-no":
                bool? answer = whole.ToUpperInvariant() switch { "YES" or "Y" or "TRUE" => true, "NO" or "N" or "FALSE" => false, _ => null };
                return answer is null ? (null, 0) : (new JsonObject { [nameof(BooleanField.Value)] = answer.Value }, 1);
            case "number":
                return decimal.TryParse(whole.TrimStart('£'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                    ? (new JsonObject { [nameof(NumericField.Value)] = number }, 1) : (null, 0);
            case "date":
                return Day(whole) is { } day ? (Of(nameof(DateField.Value), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"), 1) : (null, 0);
            case "moment":
                return Moment(whole) is { } moment ? (Of(nameof(DateTimeField.Value), moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)), 1) : (null, 0);
            case "time":
                return TimeOnly.TryParse(whole, CultureInfo.InvariantCulture, out var time)
                    ? (Of(nameof(TimeField.Value), time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)), 1) : (null, 0);
            case "link":
                return LinkFieldKind.IsSafe(whole) ? (Of(nameof(LinkField.Url), whole), 1) : (null, 0);
            default:
                return (null, 0);
        }
    }

    // Words that somebody has typed may name several choices.
    private (List<string> Values, int Missed) FindAll(IReadOnlyList<(string Value, string Name)> options, IReadOnlyList<string> texts)
    {
        List<string> values = [];
        var missed = 0;
        foreach (var text in texts)
        {
            var typed = fromShape.Kind == nameof(TextField) && fromShape != FieldShape.Choice && Find(options, text) is null;
            string[] pieces = typed ? text.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text.Trim()];
            List<string> found = [.. pieces.Select(piece => Find(options, piece)).OfType<string>()];
            values.AddRange(found);
            missed += found.Count < pieces.Length ? 1 : 0;
        }

        return ([.. values.Distinct()], missed);
    }

    private DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, DayForms, British, DateTimeStyles.AllowWhiteSpaces, out var local) && !zone.IsInvalidTime(local)
            ? TimeZoneInfo.ConvertTimeToUtc(local, zone) : null;

    private static DateOnly? Day(string text) =>
        DateTime.TryParseExact(text, DayForms, British, DateTimeStyles.AllowWhiteSpaces, out var day) ? DateOnly.FromDateTime(day) : null;

    internal static IReadOnlyList<(string Value, string Name)> Options(ContentFieldDefinition field) =>
        [.. (field.FieldName == nameof(MultiTextField) ? field.Settings.Read<MultiTextFieldSettings>().Options : TextFieldKind.Options(field))
            .Select(option => (option.Value, option.Name))];

    private static string NameOf(ContentFieldDefinition field, string value) => Options(field).FirstOrDefault(option => option.Value == value).Name is { Length: > 0 } name ? name : value;

    private static string? Find(IReadOnlyList<(string Value, string Name)> options, string text)
    {
        foreach (var (value, name) in options)
        {
            if (string.Equals(name.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase) || value == text.Trim())
            {
                return value;
            }
        }

        return null;
    }

    private static JsonObject Of(string property, string text) => new() { [property] = text };

    private static JsonArray Array(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];
}

/// <summary>A value as another kind.</summary>
/// <param name="Json">The field's JSON; null when nothing is left.</param>
/// <param name="Before">What people see now; empty when nothing is filled in.</param>
/// <param name="After">What people see afterwards.</param>
/// <param name="Loses">True when something cannot be taken along.</param>
internal sealed record ConvertedValue(JsonObject? Json, string Before, string After, bool Loses);
