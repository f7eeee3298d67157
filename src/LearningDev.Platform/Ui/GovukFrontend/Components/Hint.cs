namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Help with a field.</summary>
internal sealed record Hint : TextComponent
{
    public string? Id { get; init; }

    public bool IsFilled => HasContent;

    protected override Markup Render() => $"""
        <div{Attribute("id", Id)} class="govuk-hint{Class(Classes)}"{Attributes}>
          {Content}
        </div>
        """;
}
