namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>What radios and checkboxes have in common.</summary>
internal abstract record Choices : FieldGroup
{
    public string? IdPrefix { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<ChoiceItem?> Items { get; init; } = [];

    /// <summary>The choices as they are written.</summary>
    protected Markup Inputs(string block, string? itemDescribedBy, Func<ChoiceItem, bool> isChosen) => $"""
        <div class="govuk-{block}{Class(Classes)}"{Attributes} data-module="govuk-{block}">
          {FormGroup?.BeforeInputs}
          {Each(Items.Select(Numbered), item => $"{item with { Block = block, Checked = item.Checked ?? isChosen(item), DescribedBy = itemDescribedBy }}")}
          {FormGroup?.AfterInputs}
        </div>
        """;

    // The first has the id without a number, for the error summary to link to.
    private ChoiceItem? Numbered(ChoiceItem? item, int index) => item is null ? null : item with
    {
        Id = item.Id ?? (IdPrefix ?? Name) + (index == 0 ? "" : $"-{index + 1}"),
        Name = item.Name ?? Name,
    };
}

/// <summary>One choice out of a few.</summary>
internal sealed record Radios : Choices
{
    public string? Value { get; init; }

    protected override Markup Render() => InFormGroup(IdPrefix ?? Name, null, null, _ =>
        Inputs("radios", null, item => Value is not null && item.Value == Value));
}

/// <summary>Any number of choices out of a few.</summary>
internal sealed record Checkboxes : Choices
{
    public string? DescribedBy { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    protected override Markup Render() => InFormGroup(IdPrefix ?? Name, DescribedBy, null, describedBy =>
        Inputs("checkboxes", Fieldset is null ? describedBy : null, item => item.Value is not null && Values?.Contains(item.Value) == true));
}
