using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Several lines of text: <c>&lt;govuk-textarea for="Summary" label="Summary" rows="8" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-textarea")]
public sealed class TextareaTagHelper : LabelledFieldTagHelper
{
    /// <summary>The value where nothing was typed; by default the model's.</summary>
    public string? Value { get; set; }

    /// <summary>How many lines are shown; 5 unless it says otherwise.</summary>
    public int? Rows { get; set; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Whether the browser checks the spelling; null leaves that to it.</summary>
    public bool? Spellcheck { get; set; }

    private protected override Field Build(BoundField field) => new Textarea
    {
        Value = field.Value(Value),
        Rows = Rows,
        Autocomplete = Autocomplete,
        Spellcheck = Spellcheck,
    };
}
