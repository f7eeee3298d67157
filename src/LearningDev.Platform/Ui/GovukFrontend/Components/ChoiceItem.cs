namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>One of the radios or checkboxes, or a divider between them.</summary>
internal sealed record ChoiceItem : TextComponent
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    /// <summary>A word such as "or"; then the item is no choice.</summary>
    public string? Divider { get; init; }

    /// <summary>Whether it is chosen; null leaves that to the group's values.</summary>
    public bool? Checked { get; init; }

    /// <summary>What is shown while this is chosen.</summary>
    public Slot? Conditional { get; init; }

    /// <summary>"exclusive" for a checkbox that clears the others.</summary>
    public string? Behaviour { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Set by the group: "radios" or "checkboxes".</summary>
    public string Block { get; init; } = "";

    /// <summary>Set by the group: ids that describe the question, where no fieldset says them.</summary>
    public string? DescribedBy { get; init; }

    protected override Markup Render()
    {
        if (Divider is not null)
        {
            return $"""<div class="govuk-{Block}__divider">{Divider}</div>""";
        }

        var hint = Hint is { IsFilled: true } ? Hint with { Id = Id + "-item-hint", Classes = $"govuk-{Block}__hint{Class(Hint.Classes)}" } : null;
        var label = new Label { Text = Text, Html = Html, For = Id, Classes = $"govuk-{Block}__label{Class(Label?.Classes)}", Attributes = Label?.Attributes };
        var isChecked = Checked ?? false;
        var conditionalId = Conditional is { IsFilled: true } ? "conditional-" + Id : null;
        return $"""
            <div class="govuk-{Block}__item">
              <input class="govuk-{Block}__input" id="{Id}" name="{Name}" type="{(Block == "radios" ? "radio" : "checkbox")}" value="{Value}"{Flag("checked", isChecked)}{Flag("disabled", Disabled)}{Attribute("data-aria-controls", conditionalId)}{Attribute("data-behaviour", Behaviour)}{Attribute("aria-describedby", Ids.Joined(DescribedBy, hint?.Id))}{Attributes}>
              {label}
              {hint}
            </div>
            {When(conditionalId is not null, $"""
            <div class="govuk-{Block}__conditional{Class(!isChecked, $"govuk-{Block}__conditional--hidden")}" id="{conditionalId}">
              {Conditional}
            </div>
            """)}
            """;
    }
}
