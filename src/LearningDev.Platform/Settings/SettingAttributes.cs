using System.ComponentModel.DataAnnotations;

namespace LearningDev.Platform.Settings;

/// <summary>What a value of the settings counts, shown beside its field: "minutes" after it, or "£" before it.</summary>
/// <param name="text">The unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingUnitAttribute(string text) : Attribute
{
    /// <summary>The unit.</summary>
    public string Text { get; } = text;

    /// <summary>True for a unit that stands before the number, such as "£".</summary>
    public bool IsBefore => Text is "£";

    /// <summary>A number with its unit, for example "365 days", "£250" or "20%".</summary>
    public string Words(string number) => IsBefore ? Text + number : Text == "%" ? number + Text : $"{number} {Text}";
}

/// <summary>A text or a list of texts that is chosen out of what <see cref="ISettingChoices"/> lists; of a dictionary, its keys are.</summary>
/// <param name="choices">The class that lists the choices; it is made with the portal's services.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChosenFromAttribute(Type choices) : Attribute
{
    /// <summary>The class that lists the choices.</summary>
    public Type Choices { get; } = choices;
}

/// <summary>Something that can be chosen as the value of a setting.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">What is kept.</param>
/// <param name="Hint">Help with the choice, shown where there are few; empty for none.</param>
public sealed record SettingChoice(string Text, string Value, string Hint = "");

/// <summary>Lists what can be chosen as the value of a setting.</summary>
public interface ISettingChoices
{
    /// <summary>The choices in the order in which the form shows them.</summary>
    Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation);
}

/// <summary>A key that other data refer to. A new row whose key is left empty gets one made of another of its texts.</summary>
/// <param name="property">The property that the key is made of, for example "Name".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyOfAttribute(string property) : Attribute
{
    /// <summary>The property that the key is made of.</summary>
    public string Property { get; } = property;
}

/// <summary>What the two columns of a dictionary are called in the form.</summary>
/// <param name="key">What the keys are, for example "Topic".</param>
/// <param name="value">What the values are, for example "Words".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnNamesAttribute(string key, string value) : Attribute
{
    /// <summary>What the keys are.</summary>
    public string Key { get; } = key;

    /// <summary>What the values are.</summary>
    public string Value { get; } = value;
}

/// <summary>
/// A figure that comes from a policy. Who changes it must say why; the form shows the shipped figure beside it and offers to restore it.
/// </summary>
/// <param name="source">The policy in words for people, without a council's name, for example "Training and development policy".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProtectedFigureAttribute(string source) : Attribute
{
    /// <summary>The policy that the figure comes from.</summary>
    public string Source { get; } = source;
}

/// <summary>
/// Refuses settings that would break what relies on them, beyond what attributes and <see cref="IValidatableObject"/> can say: a role level
/// that people still have, for example. Register it as a scoped service.
/// </summary>
public interface ISettingsCheck
{
    /// <summary>The section's class.</summary>
    Type Section { get; }

    /// <summary>Says what is wrong with a section that is about to be saved.</summary>
    /// <param name="before">The section as it is.</param>
    /// <param name="after">The section as it would be.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    Task<IReadOnlyList<SettingsError>> CheckAsync(object before, object after, CancellationToken cancellation);
}

/// <summary>What is wrong with a value of the settings.</summary>
/// <param name="Property">The path of the property, for example "RoleLevels" or "RoleLevels[2].Name"; empty for the section as a whole.</param>
/// <param name="Message">What is wrong and how to put it right, as people read it, without a full stop.</param>
public sealed record SettingsError(string Property, string Message);

/// <summary>Says beside a section's form what a person there should know: that data run out, or where the effect can be seen. Register it as a scoped service.</summary>
public interface ISettingsAdvice
{
    /// <summary>The section's class.</summary>
    Type Section { get; }

    /// <summary>What there is to say now.</summary>
    Task<SettingsAdvice> AdviseAsync(CancellationToken cancellation);
}

/// <summary>What a person at a section's form should know.</summary>
/// <param name="Warnings">Sentences, most urgent first; shown on the overview too.</param>
/// <param name="LinkText">The words of a link below the form; empty for none.</param>
/// <param name="Url">Where it leads, below the portal's root; empty for no link.</param>
public sealed record SettingsAdvice(IReadOnlyList<string> Warnings, string LinkText = "", string Url = "");
