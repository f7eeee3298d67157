using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Radios and checkboxes from what views have.</summary>
internal static class ChoiceItems
{
    /// <summary>The item as a choice. It is chosen by its own mark only while nobody has decided otherwise.</summary>
    public static ChoiceItem ToChoice(this SelectListItem item, bool isUndecided) => new()
    {
        Value = item.Value ?? item.Text,
        Text = item.Text,
        Checked = isUndecided && item.Selected ? true : null,
        Disabled = item.Disabled,
    };

    /// <summary>The choice without its own mark, once a person has chosen.</summary>
    public static ChoiceItem Decided(this ChoiceItem choice, BoundField field) => field.IsAttempted ? choice with { Checked = null } : choice;
}
