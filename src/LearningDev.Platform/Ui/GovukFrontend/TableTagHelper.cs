using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// Rows and columns: <c>&lt;govuk-table caption="…"&gt;</c> with a <c>&lt;govuk-table-head&gt;</c> for each column, then a
/// <c>&lt;govuk-table-row&gt;</c> of <c>&lt;govuk-table-cell&gt;</c> for each row. With three columns or more, a small window shows each row
/// as a block, with the name of the column before each value (WCAG 2.2, 1.4.10 Reflow).
/// </summary>
[HtmlTargetElement("govuk-table")]
public sealed partial class TableTagHelper : TagHelper
{
    private const int FewestColumnsToStack = 3;

    /// <summary>What the table is of.</summary>
    public string? Caption { get; set; }

    /// <summary>Classes of the caption, such as <c>govuk-table__caption--m</c>.</summary>
    public string? CaptionClass { get; set; }

    /// <summary>Whether the first cell of a row is its head.</summary>
    public bool FirstCellIsHeader { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var head = context.Collect<TableCell>();
        var rows = context.Collect<IReadOnlyList<TableCell>>();
        await output.GetChildContentAsync();
        var stacks = head.Count >= FewestColumnsToStack;
        output.Become(new Table
        {
            Classes = stacks ? "app-stacked-table" : null,
            Caption = Caption,
            CaptionClasses = CaptionClass,
            FirstCellIsHeader = FirstCellIsHeader,
            Head = head.Count == 0 ? null : head,
            Rows = stacks ? Labelled(rows, [.. head.Select(cell => TextOf(cell.Html))]) : rows,
        });
    }

    private static List<IReadOnlyList<TableCell>> Labelled(IReadOnlyList<IReadOnlyList<TableCell>> rows, IReadOnlyList<string> labels) =>
        [.. rows.Select(row => row.Select((cell, index) => index < labels.Count ? Labelled(cell, labels[index]) : cell).ToList())];

    private static TableCell Labelled(TableCell cell, string label) =>
        cell with { Attributes = new Dictionary<string, string?>(cell.Attributes ?? new Dictionary<string, string?>()) { ["data-label"] = label } };

    private static string TextOf(IHtmlContent? html)
    {
        using var writer = new StringWriter();
        html?.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(Tag.Replace(writer.ToString(), "")).Trim();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }
}

/// <summary>A row of <c>&lt;govuk-table&gt;</c>.</summary>
[HtmlTargetElement("govuk-table-row")]
public sealed class TableRowTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var cells = context.Collect<TableCell>();
        await output.GetChildContentAsync();
        context.HandOver<IReadOnlyList<TableCell>>(output, cells);
    }
}

/// <summary>The head of a column, or a cell of a row.</summary>
[HtmlTargetElement("govuk-table-head", ParentTag = "govuk-table")]
[HtmlTargetElement("govuk-table-cell", ParentTag = "govuk-table-row")]
public sealed class TableCellTagHelper : TagHelper
{
    /// <summary>"numeric" for figures, which stand to the right.</summary>
    public string? Format { get; set; }

    /// <summary>How many columns it takes.</summary>
    public int? Colspan { get; set; }

    /// <summary>How many rows it takes.</summary>
    public int? Rowspan { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.GetHtmlAsync();
        context.HandOver(output, output.Dressed(new TableCell { Html = html, Format = Format, Colspan = Colspan, Rowspan = Rowspan }));
    }
}
