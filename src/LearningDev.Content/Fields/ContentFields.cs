namespace LearningDev.Content.Fields;

/// <summary>Text of one or several lines, or one choice of a list.</summary>
public sealed class TextField
{
    /// <summary>The text, or the value of the choice.</summary>
    public string? Text { get; set; }
}

/// <summary>Text in Markdown (CommonMark).</summary>
public sealed class MarkdownField
{
    /// <summary>The Markdown.</summary>
    public string? Markdown { get; set; }
}

/// <summary>Yes or no.</summary>
public sealed class BooleanField
{
    /// <summary>True for yes.</summary>
    public bool Value { get; set; }
}

/// <summary>A number.</summary>
public sealed class NumericField
{
    /// <summary>The number; null when none is given.</summary>
    public decimal? Value { get; set; }
}

/// <summary>A day.</summary>
public sealed class DateField
{
    /// <summary>The day at midnight, as Orchard Core writes it; null when none is given.</summary>
    public DateTime? Value { get; set; }
}

/// <summary>A moment in UTC.</summary>
public sealed class DateTimeField
{
    /// <summary>The moment; null when none is given.</summary>
    public DateTime? Value { get; set; }
}

/// <summary>A time of day.</summary>
public sealed class TimeField
{
    /// <summary>The time since midnight; null when none is given.</summary>
    public TimeSpan? Value { get; set; }
}

/// <summary>A link to another place.</summary>
public sealed class LinkField
{
    /// <summary>Where the link leads.</summary>
    public string? Url { get; set; }

    /// <summary>The words of the link.</summary>
    public string? Text { get; set; }
}

/// <summary>Files of the media library.</summary>
public sealed class MediaField
{
    /// <summary>The files' paths in the library.</summary>
    public List<string> Paths { get; set; } = [];

    /// <summary>The alternative texts, in the order of the paths.</summary>
    public List<string> MediaTexts { get; set; } = [];
}

/// <summary>Terms of a taxonomy.</summary>
public sealed class TaxonomyField
{
    /// <summary>The id of the taxonomy.</summary>
    public string? TaxonomyContentItemId { get; set; }

    /// <summary>The ids of the terms.</summary>
    public List<string> TermContentItemIds { get; set; } = [];
}

/// <summary>Other content items.</summary>
public sealed class ContentPickerField
{
    /// <summary>The ids of the items, in order.</summary>
    public List<string> ContentItemIds { get; set; } = [];
}

/// <summary>People.</summary>
public sealed class UserPickerField
{
    /// <summary>The ids of the people.</summary>
    public List<string> UserIds { get; set; } = [];
}

/// <summary>Several choices of a list.</summary>
public sealed class MultiTextField
{
    /// <summary>The values of the choices.</summary>
    public List<string> Values { get; set; } = [];
}
