using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Files;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>A column that a sheet of a content type can have: how a value of an item becomes a cell, and a cell a value.</summary>
internal abstract class SheetColumn
{
    /// <summary>Tells the column from others of the type, for example "LearningPart.Summary".</summary>
    public abstract string Key { get; }

    /// <summary>What the header calls it.</summary>
    public abstract string Label { get; }

    /// <summary>Other names that are understood in a header.</summary>
    public virtual IEnumerable<string> OtherNames => [Key, Key.Split('.')[^1]];

    /// <summary>A published item must have it.</summary>
    public virtual bool IsRequired => false;

    /// <summary>What may be written, in a sentence.</summary>
    public abstract string Form { get; }

    /// <summary>What it is about, as the editors' form says it; empty for nothing.</summary>
    public virtual string Hint => "";

    /// <summary>True when its values can tell items apart.</summary>
    public virtual bool CanBeKey => false;

    /// <summary>True when a cell holds one choice and nothing else.</summary>
    public virtual bool IsOneChoice => false;

    /// <summary>The keys under which the validator tells of faults that belong to this column.</summary>
    public virtual string ErrorKey => Key;

    /// <summary>What can be chosen; none where anything can be written.</summary>
    public virtual ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) => new([]);

    /// <summary>Tells which things a cell names, so that they are looked up for many rows at once.</summary>
    public virtual void Ask(SheetCell cell, SheetQuestions questions)
    {
    }

    /// <summary>Tells which things an item names, so that they are looked up for many items at once.</summary>
    public virtual void Ask(ContentItem item, SheetQuestions questions)
    {
    }

    /// <summary>Writes an item's value.</summary>
    public abstract ValueTask<SheetCell> WriteAsync(ContentItem item, SheetWords words);

    /// <summary>Reads a cell into an item. Only what differs is written, so that what was exported changes nothing when it comes back.</summary>
    /// <returns>What is wrong with the cell; null when nothing is.</returns>
    public abstract ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words);

    /// <summary>A text without surrounding space, with line ends as the portal keeps them.</summary>
    protected static string Text(SheetCell cell) => cell.Text.ReplaceLineEndings("\n").Trim();
}

/// <summary>A column of a field.</summary>
/// <param name="place">The field.</param>
/// <param name="property">What follows the field's name in the key, where a field has several columns; empty for the first.</param>
/// <param name="words">What follows the field's name in the header.</param>
internal abstract class FieldColumn(FieldPlace place, string property = "", string words = "") : SheetColumn
{
    private readonly string property = property;

    public override string Key { get; } = property.Length == 0 ? place.Key : $"{place.Key}.{property}";

    public override string Label { get; } = words.Length == 0 ? place.Name : $"{place.Name}: {words}";

    public override bool IsRequired => property.Length == 0 && Place.IsRequired;

    public override string Hint => property.Length == 0 ? Place.Hint ?? "" : "";

    public override string ErrorKey => Place.Key;

    public override IEnumerable<string> OtherNames => property.Length == 0
        ? base.OtherNames
        : [Key, $"{Key.Split('.')[^2]}.{property}", $"{Key.Split('.')[^2]} {property}", $"{Place.Name} {property}"];

    protected FieldPlace Place { get; } = place;

    public override void Ask(ContentItem item, SheetQuestions questions) => Ask(Value(item), questions);

    public override ValueTask<SheetCell> WriteAsync(ContentItem item, SheetWords words) => WriteAsync(Value(item), words);

    public override async ValueTask<string?> ReadAsync(SheetCell cell, ContentItem item, SheetWords words)
    {
        var value = Value(item);
        var fault = await ReadAsync(cell, value, words);
        if (fault is null && value.Parent is null && value.Count > 0)
        {
            if (item.Content[Place.Part] is not JsonObject part)
            {
                item.Content[Place.Part] = part = [];
            }

            part[Place.Field.Name] = value;
        }

        return fault;
    }

    protected virtual void Ask(JsonObject value, SheetQuestions questions)
    {
    }

    protected abstract ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words);

    protected abstract ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words);

    private JsonObject Value(ContentItem item) => (item.Content[Place.Part] as JsonObject)?[Place.Field.Name] as JsonObject ?? [];
}

/// <summary>Several values in one cell: semicolons between them; one that has a semicolon itself stands in quotation marks.</summary>
internal static class SheetList
{
    public const string Separator = "; ";

    public static string Join(IEnumerable<string> values) => string.Join(Separator, values.Select(Quote));

    /// <summary>Takes a cell apart. Line breaks divide too.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="keepEmpty">True where an empty value has its place.</param>
    public static List<string> Split(string text, bool keepEmpty = false)
    {
        List<string> values = [];
        var value = new System.Text.StringBuilder();
        var (quoted, wasQuoted) = (false, false);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (quoted)
            {
                if (character != '"')
                {
                    value.Append(character);
                }
                else if (index + 1 < text.Length && text[index + 1] == '"')
                {
                    value.Append(text[++index]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (character == '"' && !wasQuoted && string.IsNullOrWhiteSpace(value.ToString()) && Closes(text, index))
            {
                (quoted, wasQuoted) = (true, true);
                value.Clear();
            }
            else if (character is ';' or '\n')
            {
                End();
            }
            else
            {
                value.Append(character);
            }
        }

        End();
        return keepEmpty && text.Trim().Length > 0 ? values : values.FindAll(one => one.Length > 0);

        void End()
        {
            values.Add(value.ToString().Trim());
            value.Clear();
            wasQuoted = false;
        }
    }

    // A mark of inches, or one that is never closed, is a character like others.
    private static bool Closes(string text, int start)
    {
        for (var index = start + 1; index < text.Length; index++)
        {
            if (text[index] == '"')
            {
                if (index + 1 < text.Length && text[index + 1] == '"')
                {
                    index++;
                    continue;
                }

                return text.AsSpan(index + 1).TrimStart(' ') is [] or [';' or '\n', ..];
            }
        }

        return false;
    }

    private static string Quote(string value) =>
        value.AsSpan().IndexOfAny(';', '\n') >= 0 || value.StartsWith('"') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
