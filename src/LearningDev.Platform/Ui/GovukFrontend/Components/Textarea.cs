namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Several lines of text.</summary>
internal sealed record Textarea : Field
{
    public int? Rows { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Value { get; init; }

    public string? Autocomplete { get; init; }

    // HTML drops a line break that directly follows the start tag, so one is written for it to drop.
    protected override Markup Render() => InFormGroup(describedBy => $"""
        {FormGroup?.BeforeInput}
        <textarea class="govuk-textarea{Class(ErrorMessage is not null, "govuk-textarea--error")}{Class(Classes)}"{Attribute("id", InputId)}{Attribute("name", Name)} rows="{Rows ?? 5}"{Attribute("spellcheck", Spellcheck)}{Flag("disabled", Disabled)}{Attribute("aria-describedby", describedBy)}{Attribute("autocomplete", Autocomplete)}{Attributes}>
        {Value}</textarea>
        {FormGroup?.AfterInput}
        """);
}
