namespace LearningDev.Content.Fields;

/// <summary>The settings that fields of every kind have: whether it must be filled in, and a hint.</summary>
public class FieldSettings
{
    /// <summary>The field must be filled in.</summary>
    public bool Required { get; set; }

    /// <summary>A sentence that helps to fill it in.</summary>
    public string Hint { get; set; } = "";
}

/// <summary>Settings of a <see cref="TextField"/>.</summary>
public sealed class TextFieldSettings : FieldSettings
{
    /// <summary>The smallest number of characters of what is filled in; 0 for none.</summary>
    public int MinimumLength { get; set; }

    /// <summary>The greatest number of characters; 0 for no limit of its own.</summary>
    public int MaximumLength { get; set; }
}

/// <summary>Settings of a <see cref="TextField"/> whose editor is "PredefinedList".</summary>
public sealed class TextFieldPredefinedListEditorSettings
{
    /// <summary>The choices.</summary>
    public List<ListOption> Options { get; set; } = [];
}

/// <summary>Settings of a <see cref="MultiTextField"/>.</summary>
public sealed class MultiTextFieldSettings : FieldSettings
{
    /// <summary>The choices.</summary>
    public List<ListOption> Options { get; set; } = [];
}

/// <summary>A choice of a list.</summary>
public sealed class ListOption
{
    /// <summary>The name that people read.</summary>
    public string Name { get; set; } = "";

    /// <summary>The value that is kept.</summary>
    public string Value { get; set; } = "";
}

/// <summary>Settings of a <see cref="NumericField"/>.</summary>
public sealed class NumericFieldSettings : FieldSettings
{
    /// <summary>How many digits may follow the point.</summary>
    public int Scale { get; set; }

    /// <summary>The smallest number allowed.</summary>
    public decimal? Minimum { get; set; }

    /// <summary>The largest number allowed.</summary>
    public decimal? Maximum { get; set; }
}

/// <summary>Settings of a <see cref="DateField"/>.</summary>
public sealed class DateFieldSettings : FieldSettings
{
    /// <summary>The first day allowed; null for any.</summary>
    public DateOnly? Earliest { get; set; }

    /// <summary>The last day allowed; null for any.</summary>
    public DateOnly? Latest { get; set; }
}

/// <summary>Settings of a <see cref="TaxonomyField"/>.</summary>
public sealed class TaxonomyFieldSettings : FieldSettings
{
    /// <summary>The id of the taxonomy.</summary>
    public string TaxonomyContentItemId { get; set; } = "";

    /// <summary>Only one term may be chosen.</summary>
    public bool Unique { get; set; }
}

/// <summary>Settings of a <see cref="ContentPickerField"/>.</summary>
public sealed class ContentPickerFieldSettings : FieldSettings
{
    /// <summary>Several items may be chosen.</summary>
    public bool Multiple { get; set; }

    /// <summary>The types of the items that may be chosen.</summary>
    public List<string> DisplayedContentTypes { get; set; } = [];
}

/// <summary>Settings of a <see cref="UserPickerField"/>.</summary>
public sealed class UserPickerFieldSettings : FieldSettings
{
    /// <summary>Several people may be chosen.</summary>
    public bool Multiple { get; set; }
}

/// <summary>Settings of a <see cref="MediaField"/>.</summary>
public sealed class MediaFieldSettings : FieldSettings
{
    /// <summary>Several files may be chosen.</summary>
    public bool Multiple { get; set; }
}
