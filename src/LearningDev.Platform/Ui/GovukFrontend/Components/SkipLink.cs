namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>The link past all that stands before the main content.</summary>
internal sealed record SkipLink : TextComponent
{
    public string? Href { get; init; }

    protected override Markup Render() => $"""
        <a href="{Href ?? "#content"}" class="govuk-skip-link{Class(Classes)}"{Attributes} data-module="govuk-skip-link">{Content}</a>
        """;
}
