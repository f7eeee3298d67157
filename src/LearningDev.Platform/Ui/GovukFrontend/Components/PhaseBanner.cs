namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>That a service is still being worked on.</summary>
internal sealed record PhaseBanner : TextComponent
{
    public Tag? Tag { get; init; }

    protected override Markup Render() => $"""
        <div class="govuk-phase-banner govuk-width-container{Class(Classes)}"{Attributes}>
          <p class="govuk-phase-banner__content">
            {new Tag { Text = Tag?.Text, Html = Tag?.Html, Classes = "govuk-phase-banner__content__tag" + Class(Tag?.Classes) }}
            <span class="govuk-phase-banner__text">
              {Content}
            </span>
          </p>
        </div>
        """;
}
