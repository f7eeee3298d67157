using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>One choice out of a few, from <see cref="Items"/> or from <c>&lt;govuk-radio&gt;</c> children.</summary>
[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTagHelper : GroupedFieldTagHelper
{
    /// <summary>What can be chosen, before the children.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The value where nothing was chosen; by default the model's.</summary>
    public string? Value { get; set; }

    private protected override FieldGroup Build(BoundField field, IReadOnlyList<ChoiceItem> choices)
    {
        var value = field.Value(Value);
        return new Radios
        {
            IdPrefix = field.Id,
            Name = field.Name,
            Value = value,
            Items = [.. Items.Select(item => item.ToChoice(isUndecided: value is null)), .. choices.Select(choice => choice.Decided(field))],
        };
    }
}
