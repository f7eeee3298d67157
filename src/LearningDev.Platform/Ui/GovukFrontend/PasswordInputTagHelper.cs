using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>A password, never sent back to the page: <c>&lt;govuk-password-input for="Password" label="Password" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-password-input")]
public sealed class PasswordInputTagHelper : LabelledFieldTagHelper
{
    /// <summary>"current-password" unless it is "new-password".</summary>
    public string? Autocomplete { get; set; }

    private protected override Field Build(BoundField field) => new PasswordInput { Autocomplete = Autocomplete };
}
