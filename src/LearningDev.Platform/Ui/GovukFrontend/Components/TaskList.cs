namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>The parts of a longer piece of work and how far each is.</summary>
internal sealed record TaskList : Component
{
    public IReadOnlyList<TaskListItem?> Items { get; init; } = [];

    public string? IdPrefix { get; init; }

    protected override Markup Render() => $"""
        <ul class="govuk-task-list{Class(Classes)}"{Attributes}>
          {Each(Items.Select((item, index) => item is null ? null : item with { Id = $"{IdPrefix ?? "task-list"}-{index + 1}" }), item => $"{item}")}
        </ul>
        """;
}

/// <summary>One task.</summary>
internal sealed record TaskListItem : Component
{
    public Slot? Title { get; init; }

    public Slot? Hint { get; init; }

    public TaskListStatus? Status { get; init; }

    public string? Href { get; init; }

    /// <summary>Set by the list: what the ids of hint and status begin with.</summary>
    public string? Id { get; init; }

    protected override Markup Render()
    {
        var statusId = Id + "-status";
        var hintId = Hint is null ? null : Id + "-hint";
        return $"""
            <li class="govuk-task-list__item{Class(Href is not null, "govuk-task-list__item--with-link")}{Class(Classes)}">
              <div class="govuk-task-list__name-and-hint">
                {When(Href is not null, $"""
                <a class="govuk-link govuk-task-list__link{Class(Title?.Classes)}" href="{Href}" aria-describedby="{Ids.Joined(hintId, statusId)}">
                  {Title}
                </a>
                """)}
                {When(Href is null, $"<div{Attribute("class", Title?.Classes)}>{Title}</div>")}
                {When(Hint is not null, $"<div id=\"{hintId}\" class=\"govuk-task-list__hint\">{Hint}</div>")}
              </div>
              <div class="govuk-task-list__status{Class(Status?.Classes)}" id="{statusId}">
                {Status}
              </div>
            </li>
            """;
    }
}

/// <summary>How far a task is: a tag, or plain text once it is done.</summary>
internal sealed record TaskListStatus : TextComponent
{
    public Tag? Tag { get; init; }

    protected override Markup Render() => $"{Tag ?? Content}";
}
