using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// What all form fields have in common. Name, id, value and error message come from the model and the model state of
/// <see cref="For"/>, or of <see cref="Name"/> where there is no model; what the view gives itself goes before.
/// A hint, label or legend that needs markup is given as a child: <c>&lt;govuk-hint&gt;</c>, <c>&lt;govuk-label&gt;</c>, <c>&lt;govuk-legend&gt;</c>.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>Set by ASP.NET Core.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property of the model that the field fills.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The field's name in the form; by default that of <see cref="For"/>.</summary>
    public string? Name { get; set; }

    /// <summary>The field's id; by default made of the name.</summary>
    public string? Id { get; set; }

    /// <summary>Help that stands under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong; by default the first error in the model state.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>Classes of the box around label, hint and input.</summary>
    public string? FormGroupClass { get; set; }

    private protected BoundField Bound() => new(ViewContext, For, Name, Id);

    private protected Hint? HintOr(Hint? child) =>
        child ?? (string.IsNullOrEmpty(Hint) ? null : new Hint { Text = Hint });

    private protected ErrorMessage? ErrorOf(BoundField field) =>
        (string.IsNullOrEmpty(ErrorMessage) ? field.Error : ErrorMessage) is { } text ? new ErrorMessage { Text = text } : null;
}
