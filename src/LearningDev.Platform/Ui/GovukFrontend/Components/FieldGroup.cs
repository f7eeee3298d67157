namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A question answered by several inputs: what radios, checkboxes and the date input have in common.</summary>
internal abstract record FieldGroup : Component
{
    public Fieldset? Fieldset { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    /// <summary>The form group with hint, error message and the inputs, in a fieldset if there is one. The inputs are told the ids that describe them.</summary>
    /// <param name="id">What the ids of hint and error message begin with.</param>
    /// <param name="describedBy">Ids that describe the question before those of hint and error message.</param>
    /// <param name="role">The role of the fieldset.</param>
    /// <param name="inputs">The inputs.</param>
    protected Markup InFormGroup(string? id, string? describedBy, string? role, Func<string?, Markup> inputs)
    {
        var hint = Hint is null ? null : Hint with { Id = id + "-hint" };
        var error = ErrorMessage is null ? null : ErrorMessage with { Id = id + "-error" };
        var allDescribedBy = Ids.Joined(Fieldset?.DescribedBy ?? describedBy, hint?.Id, error?.Id);
        Markup inner = $"""
            {hint}
            {error}
            {inputs(allDescribedBy)}
            """;
        return $"""
            <div class="govuk-form-group{Class(error is not null, "govuk-form-group--error")}{Class(FormGroup?.Classes)}"{FormGroup?.Attributes}>
              {(Fieldset is null ? inner : Fieldset with { DescribedBy = allDescribedBy, Role = role, Html = inner })}
            </div>
            """;
    }
}
