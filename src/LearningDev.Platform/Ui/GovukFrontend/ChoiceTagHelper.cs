using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// One choice of <c>&lt;govuk-radios&gt;</c> or <c>&lt;govuk-checkboxes&gt;</c>; its content is the label:
/// <c>&lt;govuk-radio value="yes" hint="…"&gt;Yes&lt;/govuk-radio&gt;</c>.
/// </summary>
[HtmlTargetElement("govuk-radio")]
[HtmlTargetElement("govuk-checkbox")]
public sealed class ChoiceTagHelper : TagHelper
{
    /// <summary>What the form sends if this is chosen.</summary>
    public string? Value { get; set; }

    /// <summary>A name of its own, for a checkbox that fills another property.</summary>
    public string? Name { get; set; }

    /// <summary>An id of its own.</summary>
    public string? Id { get; set; }

    /// <summary>Help under the label; with markup, a <c>&lt;govuk-hint&gt;</c> child.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether this is chosen while the form has not come back; null leaves that to the value of the group.</summary>
    public bool? Checked { get; set; }

    /// <summary>Whether this can not be chosen.</summary>
    public bool Disabled { get; set; }

    /// <summary>"exclusive" for a checkbox such as "None of these", which clears the others.</summary>
    public string? Behaviour { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hints = context.Collect<Hint>();
        var conditionals = context.Collect<Slot>();
        var html = await output.GetHtmlAsync();
        context.HandOver(output, output.Dressed(new ChoiceItem
        {
            Value = Value,
            Name = Name,
            Id = Id,
            Html = html,
            Hint = hints.LastOrDefault() ?? new Hint { Text = Hint },
            Checked = Checked,
            Disabled = Disabled,
            Behaviour = Behaviour,
            Conditional = conditionals.LastOrDefault(),
        }));
    }
}

/// <summary>What is shown while the radio or checkbox around it is chosen.</summary>
[HtmlTargetElement("govuk-conditional")]
public sealed class ConditionalTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // A hint that stands freely in here is not the choice's.
        context.Items.Remove(typeof(Hint));
        context.HandOver(output, new Slot { Html = await output.GetHtmlAsync() });
    }
}

/// <summary>A word between choices, such as "or".</summary>
[HtmlTargetElement("govuk-divider")]
public sealed class DividerTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = (await output.GetChildContentAsync()).GetContent();
        context.HandOver(output, new ChoiceItem { Divider = System.Net.WebUtility.HtmlDecode(text).Trim() });
    }
}
