namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A field with one input: what input, textarea, select, file upload, password input and character count have in common.</summary>
internal abstract record Field : Component
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool Disabled { get; init; }

    public string? DescribedBy { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    protected string? InputId => Id ?? Name;

    /// <summary>The form group with label, hint, error message and the control, which is told the ids that describe it.</summary>
    protected Markup InFormGroup(Func<string?, Markup> control)
    {
        var hint = Hint is null ? null : Hint with { Id = InputId + "-hint" };
        var error = ErrorMessage is null ? null : ErrorMessage with { Id = InputId + "-error" };
        return $"""
            <div class="govuk-form-group{Class(error is not null, "govuk-form-group--error")}{Class(FormGroup?.Classes)}"{FormGroup?.Attributes}>
              {(Label is null ? null : Label with { For = InputId })}
              {hint}
              {error}
              {control(Ids.Joined(DescribedBy, hint?.Id, error?.Id))}
            </div>
            """;
    }
}

/// <summary>Ids as aria-describedby takes them.</summary>
internal static class Ids
{
    /// <summary>The ids that are there, with spaces between, or null.</summary>
    public static string? Joined(params IEnumerable<string?> ids)
    {
        var joined = string.Join(' ', ids.Where(id => !string.IsNullOrEmpty(id)));
        return joined.Length == 0 ? null : joined;
    }
}
