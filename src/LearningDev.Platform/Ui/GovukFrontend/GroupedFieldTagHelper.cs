using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>What the questions with several inputs have in common.</summary>
public abstract class GroupedFieldTagHelper : FieldTagHelper
{
    /// <summary>The question; by default the display name of the property. Empty leaves out the fieldset.</summary>
    public string? Legend { get; set; }

    /// <summary>Classes of the legend, such as <c>govuk-fieldset__legend--m</c>.</summary>
    public string? LegendClass { get; set; }

    /// <summary>Whether the legend is the page's heading, where a page asks one question.</summary>
    public bool LegendIsPageHeading { get; set; }

    /// <inheritdoc />
    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = Bound();
        var legends = context.Collect<Legend>();
        var hints = context.Collect<Hint>();
        var choices = context.Collect<ChoiceItem>();
        await output.GetChildContentAsync();
        var error = ErrorOf(field);
        var component = Build(field, choices);
        var text = Legend ?? DefaultLegend(field);
        var legend = legends.LastOrDefault()
            ?? (string.IsNullOrEmpty(text) ? null : new Legend { Text = text, Classes = LegendClass, IsPageHeading = LegendIsPageHeading });
        output.Become(component with
        {
            Fieldset = legend is null ? null : new Fieldset { Legend = legend },
            Hint = HintOr(hints.LastOrDefault()),
            ErrorMessage = error,
            FormGroup = (component.FormGroup ?? new FormGroup()) with { Classes = FormGroupClass },
        });
    }

    /// <summary>The component with its own options; those that all groups share are added to it.</summary>
    private protected abstract FieldGroup Build(BoundField field, IReadOnlyList<ChoiceItem> choices);

    private protected virtual string? DefaultLegend(BoundField field) => field.DisplayName;
}
