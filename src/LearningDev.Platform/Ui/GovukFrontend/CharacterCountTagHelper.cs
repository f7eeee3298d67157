using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Several lines of text with a limit: <c>&lt;govuk-character-count for="Summary" label="Summary" maxlength="300" /&gt;</c>. The limit is only told; the page model checks it.</summary>
[HtmlTargetElement("govuk-character-count")]
public sealed class CharacterCountTagHelper : LabelledFieldTagHelper
{
    /// <summary>The value where nothing was typed; by default the model's.</summary>
    public string? Value { get; set; }

    /// <summary>How many lines are shown; 5 unless it says otherwise.</summary>
    public int? Rows { get; set; }

    /// <summary>The limit in characters.</summary>
    public int? Maxlength { get; set; }

    /// <summary>The limit in words; wins over the one in characters.</summary>
    public int? Maxwords { get; set; }

    /// <summary>From how much of the limit the count is shown, in per cent; 0 unless it says otherwise.</summary>
    public int? Threshold { get; set; }

    /// <summary>Whether the browser checks the spelling; null leaves that to it.</summary>
    public bool? Spellcheck { get; set; }

    private protected override Field Build(BoundField field) => new CharacterCount
    {
        Value = field.Value(Value),
        Rows = Rows,
        Maxlength = Maxlength,
        Maxwords = Maxwords,
        Threshold = Threshold,
        Spellcheck = Spellcheck,
    };
}
