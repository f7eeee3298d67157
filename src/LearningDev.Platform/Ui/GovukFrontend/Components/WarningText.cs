namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Something that has consequences.</summary>
internal sealed record WarningText : TextComponent
{
    public string? IconFallbackText { get; init; }

    protected override Markup Render() => $"""
        <div class="govuk-warning-text{Class(Classes)}"{Attributes}>
          <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
          <strong class="govuk-warning-text__text">
            <span class="govuk-visually-hidden">{IconFallbackText ?? "Warning"}</span>
            {Content}
          </strong>
        </div>
        """;
}
