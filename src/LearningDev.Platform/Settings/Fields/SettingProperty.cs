using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Ui.GovukFrontend;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>The kinds of value that the form of a section can show.</summary>
internal enum SettingKind
{
    Text,
    LongText,
    Number,
    YesOrNo,
    Choice,
    Choices,
    Date,
    DayMonth,
    Lines,
    Rows,
    Group,
}

/// <summary>A property of a section as forms, histories and messages know it, read from its attributes.</summary>
internal sealed record SettingProperty
{
    public required string Name { get; init; }

    /// <summary>The property's type; of a list, the list's.</summary>
    public required Type Type { get; init; }

    public required SettingKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public required string Label { get; init; }

    public string Hint { get; init; } = "";

    /// <summary>The heading that it stands under; empty for none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What one row of a list is called, for example "Role level".</summary>
    public string RowName { get; init; } = "Row";

    public SettingUnitAttribute? Unit { get; init; }

    public ProtectedFigureAttribute? Protected { get; init; }

    /// <summary>The class that lists the choices; an enum lists its own.</summary>
    public Type? ChosenFrom { get; init; }

    /// <summary>The property that an empty key is made of; null unless this is a key.</summary>
    public string? KeyOf { get; init; }

    public bool IsEmail { get; init; }

    public bool IsDictionary { get; init; }

    public IReadOnlyList<ValidationAttribute> Rules { get; init; } = [];

    /// <summary>The columns of rows and the fields of a group.</summary>
    public IReadOnlyList<SettingProperty> Parts { get; init; } = [];

    public bool IsRequired => Rules.Any(rule => rule is RequiredAttribute);

    public bool IsNullable => Nullable.GetUnderlyingType(Type) is not null;

    /// <summary>The type without its question mark.</summary>
    public Type Plain => Nullable.GetUnderlyingType(Type) ?? Type;

    public bool IsWhole => Plain == typeof(int) || Plain == typeof(long);

    /// <summary>The name inside a sentence.</summary>
    public string InSentence => DisplayNames.InSentence(Label);
}
