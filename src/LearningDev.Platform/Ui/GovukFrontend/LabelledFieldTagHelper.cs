using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>What the fields with one input have in common.</summary>
public abstract class LabelledFieldTagHelper : FieldTagHelper
{
    /// <summary>The label; by default the display name of the property, or its name in words.</summary>
    public string? Label { get; set; }

    /// <summary>Classes of the label, such as <c>govuk-label--l</c>.</summary>
    public string? LabelClass { get; set; }

    /// <summary>Whether the label is the page's heading, where a page asks one question.</summary>
    public bool LabelIsPageHeading { get; set; }

    /// <summary>Ids of other elements that describe the input, beside hint and error message.</summary>
    public string? DescribedBy { get; set; }

    /// <summary>Whether the input can not be used. Rarely kind to a person: say instead why it cannot be changed.</summary>
    public bool Disabled { get; set; }

    /// <inheritdoc />
    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = Bound();
        var labels = context.Collect<Label>();
        var hints = context.Collect<Hint>();
        await output.GetChildContentAsync();
        var error = ErrorOf(field);
        var component = Build(field);
        output.Become(component with
        {
            Id = field.Id,
            Name = field.Name,
            Label = labels.LastOrDefault() ?? new Label { Text = Label ?? field.DisplayName, Classes = LabelClass, IsPageHeading = LabelIsPageHeading },
            Hint = HintOr(hints.LastOrDefault()),
            ErrorMessage = error,
            FormGroup = new FormGroup { Classes = FormGroupClass },
            DescribedBy = DescribedBy,
            Disabled = Disabled,
        });
    }

    /// <summary>The component with its own options; those that all fields share are added to it.</summary>
    private protected abstract Field Build(BoundField field);
}
