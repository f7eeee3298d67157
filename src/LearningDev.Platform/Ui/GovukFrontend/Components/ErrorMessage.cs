namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>What is wrong with a field.</summary>
internal sealed record ErrorMessage : TextComponent
{
    public string? Id { get; init; }

    /// <summary>The word that a screen reader says first; empty leaves it out.</summary>
    public string VisuallyHiddenText { get; init; } = "Error";

    protected override Markup Render() => $"""
        <p{Attribute("id", Id)} class="govuk-error-message{Class(Classes)}"{Attributes}>
          {When(VisuallyHiddenText.Length > 0, $"<span class=\"govuk-visually-hidden\">{VisuallyHiddenText}:</span> ")}{Content}
        </p>
        """;
}
