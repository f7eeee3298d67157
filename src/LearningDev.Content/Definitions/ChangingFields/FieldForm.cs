using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;

namespace LearningDev.Content.Definitions.ChangingFields;

/// <summary>A field's settings as a form has them: what people fill in, read from a definition and written into one.</summary>
internal sealed class FieldForm
{
    public const int LongestLabel = 100;
    public const int LongestHint = 500;
    private const int MostChoices = 200;
    private const string Place = "ContentPartFieldSettings";
    private const string Options = nameof(MultiTextFieldSettings.Options);

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public bool Required { get; set; }

    /// <summary>The values of the choices, row by row; empty for a new one.</summary>
    public List<string?> ChoiceValues { get; set; } = [];

    /// <summary>The names of the choices, row by row; empty for one that goes.</summary>
    public List<string?> ChoiceNames { get; set; } = [];

    public string? MinimumLength { get; set; }

    public string? MaximumLength { get; set; }

    public string? Scale { get; set; }

    public string? Minimum { get; set; }

    public string? Maximum { get; set; }

    [Display(Name = "First day allowed")]
    public DateOnly? Earliest { get; set; }

    [Display(Name = "Last day allowed")]
    public DateOnly? Latest { get; set; }

    /// <summary>Several may be chosen.</summary>
    public bool Multiple { get; set; }

    public string? TaxonomyId { get; set; }

    public List<string> Types { get; set; } = [];

    public string? Default { get; set; }

    public bool Facet { get; set; }

    public bool OnPage { get; set; }

    public bool InLists { get; set; }

    /// <summary>The choices that have a name.</summary>
    public IEnumerable<(string Value, string Name)> Choices => ChoiceNames.Select((name, row) => (Value: ChoiceValues.ElementAtOrDefault(row) ?? "", Name: name?.Trim() ?? ""))
        .Where(choice => choice.Name.Length > 0);

    /// <summary>Reads a field's settings.</summary>
    public static FieldForm Read(ContentFieldDefinition field)
    {
        var text = field.Settings.Read<TextFieldSettings>();
        var number = field.Settings.Read<NumericFieldSettings>();
        var day = field.Settings.Read<DateFieldSettings>();
        var general = field.Settings.Read<FieldSettings>(HolderOf(field));
        var choices = FieldConversion.Options(field);
        return new FieldForm
        {
            Label = field.DisplayName,
            Hint = general.Hint,
            Required = general.Required,
            ChoiceValues = [.. choices.Select(choice => choice.Value)],
            ChoiceNames = [.. choices.Select(choice => choice.Name)],
            MinimumLength = Write(text.MinimumLength),
            MaximumLength = Write(text.MaximumLength),
            Scale = Write(number.Scale),
            Minimum = number.Minimum?.ToString("0.############", CultureInfo.InvariantCulture),
            Maximum = number.Maximum?.ToString("0.############", CultureInfo.InvariantCulture),
            Earliest = day.Earliest,
            Latest = day.Latest,
            Multiple = FieldShape.Of(field) == FieldShape.Terms ? !field.Settings.Read<TaxonomyFieldSettings>().Unique
                : field.Settings.Read<ContentPickerFieldSettings>(HolderOf(field)).Multiple,
            TaxonomyId = field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId,
            Types = [.. field.Settings.Read<ContentPickerFieldSettings>().DisplayedContentTypes],
            Default = FieldDefaults.Text(field),
            Facet = field.UseSettings.Facet,
            OnPage = field.UseSettings.OnPage ?? false,
            InLists = field.UseSettings.InLists,
        };
    }

    /// <summary>What is wrong, by the name of the property.</summary>
    /// <param name="shape">The field's kind.</param>
    /// <param name="ownChoices">False where the choices are not the field's own, but come from the module that relies on it.</param>
    public IEnumerable<(string Property, string Message)> Check(FieldShape shape, bool ownChoices = true)
    {
        if (string.IsNullOrWhiteSpace(Label))
        {
            yield return (nameof(Label), "Enter a label");
        }
        else if (Label.Trim().Length > LongestLabel)
        {
            yield return (nameof(Label), $"Label must be {LongestLabel} characters or fewer");
        }

        if (Hint?.Trim().Length > LongestHint)
        {
            yield return (nameof(Hint), $"Hint must be {LongestHint} characters or fewer");
        }

        foreach (var fault in !shape.HasChoices ? CheckLimits(shape) : ownChoices ? CheckChoices(shape) : [])
        {
            yield return fault;
        }

        if (shape == FieldShape.Terms && string.IsNullOrEmpty(TaxonomyId))
        {
            yield return (nameof(TaxonomyId), "Select a taxonomy");
        }

        if (shape == FieldShape.Number && !string.IsNullOrWhiteSpace(Default) && !TryNumber(Default, out _))
        {
            yield return (nameof(Default), "What it begins with must be a number");
        }
    }

    /// <summary>Writes the settings into a definition. Settings that the form does not have stay.</summary>
    public void Write(ContentFieldDefinition field, FieldShape shape)
    {
        field.FieldName = shape.Kind;
        Set(field, Place, "DisplayName", Label!.Trim());
        Set(field, Place, "Editor", shape.Editor.Length > 0 ? shape.Editor : null);
        Set(field, HolderOf(field), nameof(FieldSettings.Hint), string.IsNullOrWhiteSpace(Hint) ? null : Hint.ReplaceLineEndings(" ").Trim());
        Set(field, HolderOf(field), nameof(FieldSettings.Required), Required);
        Set(field, nameof(FieldUseSettings), nameof(FieldUseSettings.Facet), shape.CanBeFacet && Facet);
        Set(field, nameof(FieldUseSettings), nameof(FieldUseSettings.OnPage), OnPage);
        Set(field, nameof(FieldUseSettings), nameof(FieldUseSettings.InLists), shape.CanBeInLists && InLists);
        if (shape.HasChoices)
        {
            WriteChoices(field, shape);
        }
        else if (shape.Kind == nameof(TextField))
        {
            Set(field, nameof(TextFieldSettings), nameof(TextFieldSettings.MinimumLength), ReadWhole(MinimumLength));
            Set(field, nameof(TextFieldSettings), nameof(TextFieldSettings.MaximumLength), ReadWhole(MaximumLength));
        }
        else if (shape == FieldShape.Number)
        {
            Set(field, nameof(NumericFieldSettings), nameof(NumericFieldSettings.Scale), ReadWhole(Scale));
            Set(field, nameof(NumericFieldSettings), nameof(NumericFieldSettings.Minimum), TryNumber(Minimum, out var least) ? least : null);
            Set(field, nameof(NumericFieldSettings), nameof(NumericFieldSettings.Maximum), TryNumber(Maximum, out var most) ? most : null);
        }
        else if (shape == FieldShape.Day)
        {
            Set(field, nameof(DateFieldSettings), nameof(DateFieldSettings.Earliest), Earliest?.ToString("O", CultureInfo.InvariantCulture));
            Set(field, nameof(DateFieldSettings), nameof(DateFieldSettings.Latest), Latest?.ToString("O", CultureInfo.InvariantCulture));
        }
        else if (shape == FieldShape.Terms)
        {
            Set(field, nameof(TaxonomyFieldSettings), nameof(TaxonomyFieldSettings.TaxonomyContentItemId), TaxonomyId);
            Set(field, nameof(TaxonomyFieldSettings), nameof(TaxonomyFieldSettings.Unique), !Multiple);
        }
        else if (shape == FieldShape.Items || shape == FieldShape.People || shape == FieldShape.Files)
        {
            Set(field, HolderOf(field), nameof(ContentPickerFieldSettings.Multiple), Multiple);
            if (shape == FieldShape.Items)
            {
                Set(field, HolderOf(field), nameof(ContentPickerFieldSettings.DisplayedContentTypes), Types.Count == 0 ? null : new JsonArray([.. Types.Select(type => (JsonNode)type)]));
            }
        }

        FieldDefaults.Write(field, shape, Default?.Trim() ?? "");
    }

    /// <summary>Sets one setting, in the writing that the definition has; nothing, no and 0 are left out where nothing was said before.</summary>
    internal static void Set(ContentFieldDefinition field, string holder, string name, JsonNode? value)
    {
        var settings = field.Settings[holder] as JsonObject;
        var key = settings?.Select(pair => pair.Key).FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase));
        var isNothing = value is null || (value is JsonValue && value.ToJsonString() is "false" or "0" or "\"\"");
        if (key is null && isNothing && name != nameof(FieldUseSettings.OnPage))
        {
            return;
        }

        if (settings is null)
        {
            field.Settings[holder] = settings = [];
        }

        if (value is null)
        {
            settings.Remove(key ?? name);
        }
        else
        {
            settings[key ?? name] = value;
        }
    }

    internal static string HolderOf(ContentFieldDefinition field) => $"{field.FieldName}Settings";

    // A choice that was there keeps what else is said of it.
    private void WriteChoices(ContentFieldDefinition field, FieldShape shape)
    {
        var holder = shape == FieldShape.Choices ? nameof(MultiTextFieldSettings) : nameof(TextFieldPredefinedListEditorSettings);
        var before = (field.Settings[holder] as JsonObject)?.FirstOrDefault(pair => pair.Key.Equals(Options, StringComparison.OrdinalIgnoreCase)).Value as JsonArray ?? [];
        var taken = Choices.Select(choice => choice.Value).Where(value => value.Length > 0).ToHashSet();
        List<JsonNode> after = [];
        foreach (var (given, name) in Choices)
        {
            var old = given.Length == 0 ? null : before.OfType<JsonObject>().FirstOrDefault(option => Property(option, "value")?.ToString() == given);
            var option = old?.DeepClone().AsObject() ?? [];
            option[Key(option, "name")] = name;
            option[Key(option, "value")] = given.Length > 0 ? given : ValueFor(name, taken);
            after.Add(option);
        }

        Set(field, holder, Options, new JsonArray([.. after]));
    }

    private static string ValueFor(string name, HashSet<string> taken)
    {
        var slug = ContentRoutes.Slug(name) is { Length: > 0 } words ? words : "choice";
        slug = slug.Length <= FieldFacets.LongestValue - 4 ? slug : slug[..(FieldFacets.LongestValue - 4)];
        var value = slug;
        for (var number = 2; !taken.Add(value); number++)
        {
            value = $"{slug}-{number}";
        }

        return value;
    }

    private static JsonNode? Property(JsonObject json, string name) => json[Key(json, name)];

    private static string Key(JsonObject json, string name) => json.Select(pair => pair.Key).FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private IEnumerable<(string, string)> CheckChoices(FieldShape shape)
    {
        var names = Choices.Select(choice => choice.Name).ToList();
        if (names.Count < (shape == FieldShape.Choice ? 2 : 1))
        {
            yield return (nameof(ChoiceNames), shape == FieldShape.Choice ? "Enter at least two choices" : "Enter at least one choice");
        }
        else if (names.Count > MostChoices)
        {
            yield return (nameof(ChoiceNames), $"There can be {MostChoices} choices. Use a taxonomy for more");
        }
        else if (names.GroupBy(name => name, StringComparer.CurrentCultureIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return (nameof(ChoiceNames), $"“{twice.Key}” is there twice");
        }
        else if (names.Find(name => name.Length > LongestLabel) is { } tooLong)
        {
            yield return (nameof(ChoiceNames), $"“{tooLong[..40]}…” must be {LongestLabel} characters or fewer");
        }
    }

    private IEnumerable<(string, string)> CheckLimits(FieldShape shape)
    {
        if (shape.Kind == nameof(TextField))
        {
            foreach (var (property, text, name) in new[] { (nameof(MinimumLength), MinimumLength, "Fewest characters"), (nameof(MaximumLength), MaximumLength, "Most characters") })
            {
                if (!string.IsNullOrWhiteSpace(text) && ReadWhole(text) is null or > 100_000)
                {
                    yield return (property, $"{name} must be a whole number up to 100,000");
                }
            }

            if (ReadWhole(MinimumLength) > ReadWhole(MaximumLength) && ReadWhole(MaximumLength) > 0)
            {
                yield return (nameof(MaximumLength), "Most characters must not be fewer than the fewest");
            }
        }
        else if (shape == FieldShape.Number)
        {
            if (!string.IsNullOrWhiteSpace(Scale) && ReadWhole(Scale) is null or > 6)
            {
                yield return (nameof(Scale), "Decimal places must be a whole number from 0 to 6");
            }

            var isLeast = TryNumber(Minimum, out var least);
            var isMost = TryNumber(Maximum, out var most);
            if (!isLeast && !string.IsNullOrWhiteSpace(Minimum))
            {
                yield return (nameof(Minimum), "Smallest number must be a number");
            }

            if (!isMost && !string.IsNullOrWhiteSpace(Maximum))
            {
                yield return (nameof(Maximum), "Largest number must be a number");
            }
            else if (isLeast && isMost && least > most)
            {
                yield return (nameof(Maximum), "Largest number must not be smaller than the smallest");
            }
        }
        else if (shape == FieldShape.Day && Earliest > Latest)
        {
            yield return (nameof(Latest), "Last day must not be before the first");
        }
    }

    private static bool TryNumber(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out number);

    private static int? ReadWhole(string? text) => int.TryParse(text?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Write(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
