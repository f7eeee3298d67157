using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>A line of text: <c>&lt;govuk-input for="Title" label="Title" width="govuk-input--width-20" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-input")]
public sealed class InputTagHelper : LabelledFieldTagHelper
{
    /// <summary>The value where nothing was typed; by default the model's.</summary>
    public string? Value { get; set; }

    /// <summary>The input's type; "text" unless it is "email", "tel", "url" or "search". Numbers are "text" with <see cref="Inputmode"/> "numeric".</summary>
    public string? Type { get; set; }

    /// <summary>Which keyboard a telephone shows, such as "numeric" or "decimal".</summary>
    public string? Inputmode { get; set; }

    /// <summary>One of the package's width classes, such as <c>govuk-input--width-5</c> or <c>govuk-!-width-two-thirds</c>.</summary>
    public string? Width { get; set; }

    /// <summary>What stands before the input, such as "£".</summary>
    public string? Prefix { get; set; }

    /// <summary>What stands after the input, such as "hours".</summary>
    public string? Suffix { get; set; }

    /// <summary>What the browser may fill in, such as "email".</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Whether the browser checks the spelling; null leaves that to it.</summary>
    public bool? Spellcheck { get; set; }

    private protected override Field Build(BoundField field) => new Input
    {
        Value = field.Value(Value),
        Type = Given(Type),
        Inputmode = Given(Inputmode),
        Classes = Width,
        Prefix = Prefix is null ? null : new Slot { Text = Prefix },
        Suffix = Suffix is null ? null : new Slot { Text = Suffix },
        Autocomplete = Given(Autocomplete),
        Spellcheck = Spellcheck,
    };

    // In a view, type="@(condition ? "email" : null)" gives an empty text, not null.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
