namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>The name of a field.</summary>
internal sealed record Label : TextComponent
{
    public string? For { get; init; }

    public bool IsPageHeading { get; init; }

    private Markup Inner => $"""
        <label class="govuk-label{Class(Classes)}"{Attributes}{Attribute("for", For)}>
          {Content}
        </label>
        """;

    protected override Markup Render() => !HasContent ? Markup.Empty
        : IsPageHeading ? $"<h1 class=\"govuk-label-wrapper\">{Inner}</h1>"
        : Inner;
}
