using LearningDev.Content.Definitions;

namespace LearningDev.Content.Fields;

/// <summary>A kind of field as people choose it who make content types: a kind in Orchard Core's sense, with the editor that it has in forms (CMS-02).</summary>
/// <param name="Key">Its name in addresses and forms, for example "choice".</param>
/// <param name="Name">Its name, for example "One choice of a list".</param>
/// <param name="Hint">What it is good for.</param>
/// <param name="Kind">The kind's name in definitions, for example "TextField".</param>
/// <param name="Editor">The editor's name in definitions; empty for the usual one.</param>
public sealed record FieldShape(string Key, string Name, string Hint, string Kind, string Editor = "")
{
    /// <summary>One line of text.</summary>
    public static readonly FieldShape Line = new("line", "Text, one line", "For example a place or a reference", nameof(TextField));

    /// <summary>Several lines of text.</summary>
    public static readonly FieldShape Lines = new("lines", "Text, several lines", "Plain words in sentences", nameof(TextField), "TextArea");

    /// <summary>Markdown.</summary>
    public static readonly FieldShape Formatted = new("formatted", "Formatted text", "Text with headings, lists and links, written in Markdown", nameof(MarkdownField));

    /// <summary>One choice of a list.</summary>
    public static readonly FieldShape Choice = new("choice", "One choice of a list", "People can narrow searches by it", nameof(TextField), "PredefinedList");

    /// <summary>Several choices of a list.</summary>
    public static readonly FieldShape Choices = new("choices", "Several choices of a list", "People can narrow searches by it", nameof(MultiTextField));

    /// <summary>Yes or no.</summary>
    public static readonly FieldShape YesOrNo = new("yes-or-no", "Yes or no", "One tick box. People can narrow searches by it", nameof(BooleanField));

    /// <summary>A number.</summary>
    public static readonly FieldShape Number = new("number", "Number", "For example how many people may come", nameof(NumericField));

    /// <summary>A day.</summary>
    public static readonly FieldShape Day = new("date", "Date", "A day", nameof(DateField));

    /// <summary>A day with a time.</summary>
    public static readonly FieldShape Moment = new("moment", "Date and time", "A day and the time of day", nameof(DateTimeField));

    /// <summary>A time of day.</summary>
    public static readonly FieldShape Time = new("time", "Time", "A time of day", nameof(TimeField));

    /// <summary>A link.</summary>
    public static readonly FieldShape Link = new("link", "Link", "A web address with the words of the link", nameof(LinkField));

    /// <summary>Terms of a taxonomy.</summary>
    public static readonly FieldShape Terms = new("terms", "Terms of a taxonomy", "Words that are looked after in one place, such as topics. People can narrow searches by them", nameof(TaxonomyField));

    /// <summary>Other items.</summary>
    public static readonly FieldShape Items = new("items", "Other content", "Items of this portal, for example courses", nameof(ContentPickerField));

    /// <summary>People.</summary>
    public static readonly FieldShape People = new("people", "People", "People of this portal", nameof(UserPickerField));

    /// <summary>Files.</summary>
    public static readonly FieldShape Files = new("files", "Pictures and documents", "Files of the media library", nameof(MediaField));

    /// <summary>All there are, in the order in which they are offered.</summary>
    public static IReadOnlyList<FieldShape> All { get; } =
        [Line, Lines, Formatted, Choice, Choices, YesOrNo, Number, Day, Moment, Time, Link, Terms, Items, People, Files];

    /// <summary>True when there is a list to choose from.</summary>
    public bool HasChoices => this == Choice || this == Choices;

    /// <summary>True when people can narrow searches by it.</summary>
    public bool CanBeFacet => HasChoices || this == YesOrNo || this == Terms;

    /// <summary>True when it is short enough for lists.</summary>
    public bool CanBeInLists => this != Lines && this != Formatted && this != Files;

    /// <summary>Finds one by its key; null when there is none.</summary>
    public static FieldShape? Find(string? key) => All.FirstOrDefault(shape => shape.Key == key);

    /// <summary>What a field is; null for a kind that people cannot choose.</summary>
    public static FieldShape? Of(ContentFieldDefinition field) => All.FirstOrDefault(shape => shape.Kind == field.FieldName
        && (shape.Kind != nameof(TextField) || shape.Editor == (field.FieldSettings.Editor is "TextArea" or "PredefinedList" ? field.FieldSettings.Editor : "")));

    /// <summary>True when both are kept in the same form, so that a field's values need not be changed.</summary>
    public bool IsKeptLike(FieldShape other) => Kind == other.Kind;
}
