using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// Any number of choices out of a few, from <see cref="Items"/> or from <c>&lt;govuk-checkbox&gt;</c> children. For a <c>bool</c> it is
/// one checkbox with <see cref="Label"/>: <c>&lt;govuk-checkboxes for="IsAgreed" label="My manager has agreed" /&gt;</c>.
/// </summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTagHelper : GroupedFieldTagHelper
{
    /// <summary>What can be chosen, before the children.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The values where the form has not come back; by default the model's.</summary>
    public IEnumerable<string>? Values { get; set; }

    /// <summary>The label of the one checkbox of a <c>bool</c>; by default the display name of the property.</summary>
    public string? Label { get; set; }

    private protected override FieldGroup Build(BoundField field, IReadOnlyList<ChoiceItem> choices)
    {
        var values = field.Values(Values);
        List<ChoiceItem> items = [.. Items.Select(item => item.ToChoice(isUndecided: values.Count == 0)), .. choices.Select(choice => choice.Decided(field))];
        if (items.Count == 0 && field.IsBoolean)
        {
            items.Add(new ChoiceItem { Value = "true", Text = Label ?? field.DisplayName });
        }

        return new Checkboxes
        {
            IdPrefix = field.Id,
            Name = field.Name,
            Values = values,
            Items = items,
            FormGroup = field.IsBoolean ? new FormGroup { AfterInputs = new Slot { Html = Shown(field) } } : null,
        };
    }

    private protected override string? DefaultLegend(BoundField field) => field.IsBoolean ? null : base.DefaultLegend(field);

    private static Markup Shown(BoundField field) => $"""
        <input type="hidden" name="{CheckboxModelBinder.ShownName(field.Name)}" value="true">
        """;
}
