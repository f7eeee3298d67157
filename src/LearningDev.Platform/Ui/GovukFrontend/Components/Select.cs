namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A choice from a list that is too long for radios.</summary>
internal sealed record Select : Field
{
    public IReadOnlyList<SelectItem?> Items { get; init; } = [];

    public string? Value { get; init; }

    protected override Markup Render() => InFormGroup(describedBy => $"""
        {FormGroup?.BeforeInput}
        <select class="govuk-select{Class(Classes)}{Class(ErrorMessage is not null, "govuk-select--error")}"{Attribute("id", InputId)}{Attribute("name", Name)}{Flag("disabled", Disabled)}{Attribute("aria-describedby", describedBy)}{Attributes}>
          {Each(Items, item => $"""
          <option{Attribute("value", item.Value)}{Flag("selected", item.Selected ?? (Value is not null && Value == (item.Value ?? item.Text)))}{Flag("disabled", item.Disabled)}{item.Attributes}>{item.Text}</option>
          """)}
        </select>
        {FormGroup?.AfterInput}
        """);
}

/// <summary>One entry of a select.</summary>
internal sealed record SelectItem
{
    public string? Value { get; init; }

    public string? Text { get; init; }

    /// <summary>Whether it is chosen; null leaves that to the select's value.</summary>
    public bool? Selected { get; init; }

    public bool Disabled { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
