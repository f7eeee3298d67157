using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Rows and columns of data.</summary>
internal sealed record Table : Component
{
    public IReadOnlyList<IReadOnlyList<TableCell>?> Rows { get; init; } = [];

    public IReadOnlyList<TableCell>? Head { get; init; }

    public string? Caption { get; init; }

    public string? CaptionClasses { get; init; }

    public bool FirstCellIsHeader { get; init; }

    protected override Markup Render() => $"""
        <table class="govuk-table{Class(Classes)}"{Attributes}>
          {When(!string.IsNullOrEmpty(Caption), $"<caption class=\"govuk-table__caption{Class(CaptionClasses)}\">{Caption}</caption>")}
          {When(Head is not null, $"""
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">{Each(Head, cell => cell.Header("col"))}</tr>
          </thead>
          """)}
          <tbody class="govuk-table__body">
            {Each(Rows, row => $"<tr class=\"govuk-table__row\">{Each(row.Select((cell, index) => (IHtmlContent)(FirstCellIsHeader && index == 0 ? cell.Header("row") : cell)), cell => $"{cell}")}</tr>")}
          </tbody>
        </table>
        """;
}

/// <summary>One cell of a table.</summary>
internal sealed record TableCell : TextComponent
{
    /// <summary>"numeric" for figures, which stand to the right.</summary>
    public string? Format { get; init; }

    public int? Colspan { get; init; }

    public int? Rowspan { get; init; }

    private Markup CommonAttributes => $"{Attribute("colspan", Colspan)}{Attribute("rowspan", Rowspan)}{Attributes}";

    private string? FormatClass(string element) => Class(Format is not null, $"govuk-table__{element}--{Format}");

    /// <summary>The cell as the head of a column ("col") or row ("row").</summary>
    public Markup Header(string scope) => $"""
        <th scope="{scope}" class="govuk-table__header{(scope == "col" ? FormatClass("header") : null)}{Class(Classes)}"{CommonAttributes}>{Content}</th>
        """;

    protected override Markup Render() => $"""
        <td class="govuk-table__cell{FormatClass("cell")}{Class(Classes)}"{CommonAttributes}>{Content}</td>
        """;
}
