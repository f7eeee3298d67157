using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>A choice from a longer list: <c>&lt;govuk-select for="UnitId" label="Service" items="Model.Units" empty-text="Choose a service" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-select")]
public sealed class SelectTagHelper : LabelledFieldTagHelper
{
    /// <summary>What can be chosen.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The value where nothing was chosen; by default the model's, else the item that is marked as selected.</summary>
    public string? Value { get; set; }

    /// <summary>An entry before the others that chooses nothing.</summary>
    public string? EmptyText { get; set; }

    private protected override Field Build(BoundField field)
    {
        var value = field.Value(Value);
        var items = Items.Select(item => new SelectItem
        {
            Value = item.Value,
            Text = item.Text,
            Selected = value is null && item.Selected ? true : null,
            Disabled = item.Disabled,
        });
        return new Select
        {
            Value = value,
            Items = EmptyText is null ? [.. items] : [new SelectItem { Value = "", Text = EmptyText }, .. items],
        };
    }
}
