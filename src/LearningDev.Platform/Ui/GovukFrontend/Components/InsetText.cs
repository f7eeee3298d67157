namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Text set apart from the rest.</summary>
internal sealed record InsetText : TextComponent
{
    public string? Id { get; init; }

    protected override Markup Render() => $"""
        <div{Attribute("id", Id)} class="govuk-inset-text{Class(Classes)}"{Attributes}>
          {Content}
        </div>
        """;
}
