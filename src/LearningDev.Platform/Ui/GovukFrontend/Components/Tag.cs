namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>The status of something.</summary>
internal sealed record Tag : TextComponent
{
    protected override Markup Render() => $"""
        <strong class="govuk-tag{Class(Classes)}"{Attributes}>
          {Content}
        </strong>
        """;
}
