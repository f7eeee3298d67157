using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Files;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>A text that stands in one property of a field.</summary>
internal sealed class TextColumn(FieldPlace place, string jsonName, string form, string property = "", string words = "", bool canBeKey = false)
    : FieldColumn(place, property, words)
{
    public override string Form => form;

    public override bool CanBeKey => canBeKey;

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) => new(new SheetCell(value.ReadText(jsonName)));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        value.WriteText(jsonName, Text(cell));
        return new((string?)null);
    }
}

/// <summary>One choice of a list, by its name or value.</summary>
internal sealed class ChoiceColumn(FieldPlace place) : FieldColumn(place)
{
    private readonly List<ListOption> options = TextFieldKind.Options(place.Field);

    public override string Form => "One of the choices";

    public override bool IsOneChoice => true;

    public override ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) => new(Choices.Names(options));

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(Choices.NameOf(options, value.ReadText(nameof(TextField.Text)))));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var text = Text(cell);
        if (text.Length > 0 && Choices.ValueOf(options, text) is not { } found)
        {
            // A value that the item has already, though it is no choice any more, is the validator's to judge.
            return new(text == value.ReadText(nameof(TextField.Text)) ? null : Choices.Refusal(text, options));
        }

        value.WriteText(nameof(TextField.Text), text.Length == 0 ? "" : Choices.ValueOf(options, text)!);
        return new((string?)null);
    }
}

/// <summary>Several choices of a list. The list of who may see an item is that of the portal's roles.</summary>
internal sealed class ChoicesColumn(FieldPlace place) : FieldColumn(place)
{
    private readonly List<ListOption> options = place.Settings<MultiTextFieldSettings>().Options;

    public override string Form => IsOfRoles ? "Names of roles, with semicolons between them" : options.Count == 0 ? "Texts, with semicolons between them" : "Any of the choices, with semicolons between them";

    private bool IsOfRoles => options.Count == 0 && Key == VisibilityPart.RolesKey;

    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) =>
        IsOfRoles ? [.. (await words.RolesAsync(cancellation)).Order()] : Choices.Names(options);

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(SheetList.Join(value.ReadList(nameof(MultiTextField.Values)).Select(one => Choices.NameOf(options, one)))));

    protected override async ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var current = value.ReadList(nameof(MultiTextField.Values));
        List<string> values = [];
        foreach (var word in SheetList.Split(Text(cell)))
        {
            if (current.Contains(word) || (options.Count == 0 && !IsOfRoles))
            {
                values.Add(word);
            }
            else if (IsOfRoles)
            {
                if ((await words.RolesAsync()).FirstOrDefault(role => string.Equals(role, word, StringComparison.OrdinalIgnoreCase)) is not { } role)
                {
                    return $"There is no role “{word}”";
                }

                values.Add(role);
            }
            else if (Choices.ValueOf(options, word) is { } found)
            {
                values.Add(found);
            }
            else
            {
                return Choices.Refusal(word, options);
            }
        }

        value.WriteSet(nameof(MultiTextField.Values), [.. values.Distinct()]);
        return null;
    }
}

/// <summary>The choices of a list as people write them.</summary>
internal static class Choices
{
    private const int MostNamed = 12;

    public static IReadOnlyList<string> Names(List<ListOption> options) => [.. options.Select(option => NameOf(options, option.Value))];

    /// <summary>The name of a value; the value itself where a name stands for several, or for none.</summary>
    public static string NameOf(List<ListOption> options, string value) =>
        options.Find(option => option.Value == value)?.Name is { Length: > 0 } name && name.Trim() == name && options.Count(option => Same(option.Name, name) || Same(option.Value, name) && option.Value != value) == 1
            ? name
            : value;

    /// <summary>The value that a word means: a value just so, or a name; null when it means none, or several.</summary>
    public static string? ValueOf(List<ListOption> options, string word) =>
        options.Find(option => option.Value == word)?.Value
        ?? (options.FindAll(option => Same(option.Name, word) || Same(option.Value, word)) is [var one] ? one.Value : null);

    public static string Refusal(string word, List<ListOption> options)
    {
        var names = Names(options);
        return $"“{word}” is not one of the choices: {string.Join(", ", names.Take(MostNamed).Select(name => $"“{name}”"))}{(names.Count > MostNamed ? " and others, which the template lists" : "")}";
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
