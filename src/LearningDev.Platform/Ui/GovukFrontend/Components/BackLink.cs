namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A link to the page before.</summary>
internal sealed record BackLink : TextComponent
{
    public string? Href { get; init; }

    protected override Markup Render() => $"""
        <a href="{Href ?? "#"}" class="govuk-back-link{Class(Classes)}"{Attributes}>{(HasContent ? Content : (Markup)$"Back")}</a>
        """;
}
