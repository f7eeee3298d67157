using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Forms;

/// <summary>A box of the form: what a field or part editor shows.</summary>
/// <param name="Key">The name in the form and of errors, for example "LearningPart.Summary".</param>
/// <param name="Partial">The path of the view.</param>
internal abstract record FormBox(string Key, string Partial)
{
    /// <summary>The error summary's and the label's id is made of the key as ASP.NET Core makes ids.</summary>
    public string Id => Key.Replace('.', '_');

    /// <summary>What the form sends to say that it had the box.</summary>
    public virtual string Marker => Key;

    /// <summary>What the box is about.</summary>
    public abstract string Name { get; }

    /// <summary>What is filled in, to read.</summary>
    public abstract Reading Reading { get; }

    /// <summary>What is filled in as text, to see what of it is different.</summary>
    public virtual string Words => Reading.Text;

    /// <summary>What is filled in, to compare: two boxes say the same when this is the same.</summary>
    public virtual string Comparable => Reading.Text;

    /// <summary>What is filled in as text that can be written anew when two versions are brought together; null for what is not text.</summary>
    public virtual string? EditableText => null;

    /// <summary>Whether the text has no line ends.</summary>
    public virtual bool IsOneLine => false;

    /// <summary>What is chosen, where what two people have chosen can be joined; null where only one can stay.</summary>
    public virtual IReadOnlyList<string>? Joinable => null;
}

/// <summary>A value to read: lines of text, or Markdown. A line may be a link.</summary>
/// <param name="Lines">The lines, none of them empty.</param>
internal sealed record Reading(params IReadOnlyList<string> Lines)
{
    public string? Markdown { get; init; }

    public string? Url { get; init; }

    public bool IsEmpty => Lines.Count == 0 && string.IsNullOrWhiteSpace(Markdown);

    /// <summary>All of it as text.</summary>
    public string Text => string.Join('\n', new[] { Markdown ?? "" }.Concat(Lines).Append(Url ?? "").Where(text => text.Length > 0)).ReplaceLineEndings("\n").Trim();

    public static Reading Of(string text) => text.Length == 0 ? new Reading() : new Reading(text);

    /// <summary>The names of what is chosen.</summary>
    public static Reading Of(IReadOnlyList<SelectListItem> choices, params IEnumerable<string> values) => new(
        [.. values.Select(value => choices.FirstOrDefault(choice => choice.Value == value)?.Text.TrimStart('\u2013', ' ') ?? value).Where(text => text.Length > 0)]);
}

/// <summary>The box of a part.</summary>
/// <param name="Place">The part.</param>
/// <param name="Property">The property of the part that errors are about.</param>
/// <param name="Partial">The path of the view.</param>
internal abstract record PartBox(PartPlace Place, string Property, string Partial) : FormBox($"{Place.Name}.{Property}", Partial)
{
    public override string Marker => Place.Name;

    public override string Name => Place.Label;
}

/// <summary>A box with the label and hint of a field.</summary>
internal abstract record FieldBox(FieldPlace Place, string Partial) : FormBox(Place.Key, Partial)
{
    public string Label => Place.Label;

    public string? Hint => Place.Hint;

    public override string Name => Place.Name;
}

/// <summary>A field as it stands in a form.</summary>
/// <param name="Part">The name under which the item's JSON holds the part.</param>
/// <param name="Field">The field's definition.</param>
/// <param name="PartName">The name of the part's definition, which types share.</param>
internal sealed record FieldPlace(string Part, ContentFieldDefinition Field, string PartName)
{
    private readonly FieldSettings settings = Field.Settings.Read<FieldSettings>($"{Field.FieldName}Settings");

    public string Key => $"{Part}.{Field.Name}";

    public string Name => Field.DisplayName;

    /// <summary>The name, and "(optional)" where nothing need be filled in (GOV.UK Design System, question pages).</summary>
    public string Label => IsRequired ? Name : $"{Name} (optional)";

    public bool IsRequired => settings.Required;

    public string? Hint => settings.Hint.Length == 0 ? null : settings.Hint;

    public T Settings<T>() where T : class, new() => Field.Settings.Read<T>();
}

/// <summary>A part as it stands in a form.</summary>
/// <param name="Definition">The part as the type has it.</param>
/// <param name="Label">The name that people read.</param>
/// <param name="Hint">What it is for.</param>
internal sealed record PartPlace(ContentTypePartDefinition Definition, string Label, string Hint)
{
    public string Name => Definition.Name;
}
