using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// Keys and values: <c>&lt;govuk-summary-list&gt;</c> with a <c>&lt;govuk-summary-row key="Provider"&gt;</c> for each. Actions that stand
/// directly in the list are those of its card.
/// </summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>The heading of a card around the list; none leaves the card out.</summary>
    public string? CardTitle { get; set; }

    /// <summary>The heading's level, 2 unless it says otherwise.</summary>
    public int? CardHeadingLevel { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = context.Collect<SummaryListRow>();
        var actions = context.Collect<SummaryListAction>();
        await output.GetChildContentAsync();
        output.Become(new SummaryList
        {
            Rows = rows,
            Card = CardTitle is null ? null : new SummaryCard
            {
                Title = new SummaryCardTitle { Text = CardTitle, HeadingLevel = CardHeadingLevel },
                Actions = new SummaryListActions { Items = actions },
            },
        });
    }
}

/// <summary>A row of <c>&lt;govuk-summary-list&gt;</c>; its content is the value, its <c>&lt;govuk-summary-action&gt;</c> children are the actions.</summary>
[HtmlTargetElement("govuk-summary-row", ParentTag = "govuk-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>What the value is of.</summary>
    public string Key { get; set; } = "";

    /// <summary>Classes of the row.</summary>
    public string? Class { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = context.Collect<SummaryListAction>();
        var value = await output.GetHtmlAsync();
        context.HandOver(output, new SummaryListRow
        {
            Classes = Class,
            Key = new Slot { Text = Key },
            Value = new Slot { Html = value },
            Actions = actions.Count == 0 ? null : new SummaryListActions { Items = actions },
        });
    }
}

/// <summary>What can be done about a row or card: <c>&lt;govuk-summary-action href="…" hidden-text="provider"&gt;Change&lt;/govuk-summary-action&gt;</c>.</summary>
[HtmlTargetElement("govuk-summary-action")]
public sealed class SummaryActionTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "#";

    /// <summary>The words that tell a screen reader what "Change" changes.</summary>
    public string? HiddenText { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.GetHtmlAsync();
        context.HandOver(output, output.Dressed(new SummaryListAction { Href = Href, VisuallyHiddenText = HiddenText, Html = html }));
    }
}
