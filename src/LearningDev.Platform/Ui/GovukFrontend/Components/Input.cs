namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A line of text.</summary>
internal sealed record Input : Field
{
    public string? Type { get; init; }

    public string? Inputmode { get; init; }

    public string? Value { get; init; }

    public Slot? Prefix { get; init; }

    public Slot? Suffix { get; init; }

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocapitalize { get; init; }

    public InputWrapper? InputWrapper { get; init; }

    protected override Markup Render() => InFormGroup(describedBy =>
    {
        Markup input = $"""
            <input class="govuk-input{Class(Classes)}{Class(ErrorMessage is not null, "govuk-input--error")}"{Attribute("id", InputId)}{Attribute("name", Name)} type="{Type ?? "text"}"{Attribute("spellcheck", Spellcheck)}{Attribute("value", Value)}{Flag("disabled", Disabled)}{Attribute("aria-describedby", describedBy)}{Attribute("autocomplete", Autocomplete)}{Attribute("autocapitalize", Autocapitalize)}{Attribute("pattern", Pattern)}{Attribute("inputmode", Inputmode)}{Attributes}>
            """;
        Slot?[] beside = [Prefix, Suffix, FormGroup?.BeforeInput, FormGroup?.AfterInput];
        return !beside.Any(slot => slot is { IsFilled: true }) ? input : $"""
            <div class="govuk-input__wrapper{Class(InputWrapper?.Classes)}"{InputWrapper?.Attributes}>
              {FormGroup?.BeforeInput}
              {Affix(Prefix, "prefix")}
              {input}
              {Affix(Suffix, "suffix")}
              {FormGroup?.AfterInput}
            </div>
            """;
    });

    private static Markup Affix(Slot? slot, string type) => When(slot is { IsFilled: true }, $"""
        <div class="govuk-input__{type}{Class(slot?.Classes)}" aria-hidden="true"{slot?.Attributes}>{slot}</div>
        """);
}

/// <summary>The box around an input that has a prefix or suffix.</summary>
internal sealed record InputWrapper
{
    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
