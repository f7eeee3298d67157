namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A password, which can be shown.</summary>
internal sealed record PasswordInput : Field
{
    public string? Value { get; init; }

    public string? Autocomplete { get; init; }

    public string? ShowPasswordText { get; init; }

    public string? HidePasswordText { get; init; }

    public string? ShowPasswordAriaLabelText { get; init; }

    public string? HidePasswordAriaLabelText { get; init; }

    public string? PasswordShownAnnouncementText { get; init; }

    public string? PasswordHiddenAnnouncementText { get; init; }

    public PasswordInputButton? Button { get; init; }

    protected override Markup Render()
    {
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-password-input" }
            .WithText("show-password", ShowPasswordText)
            .WithText("hide-password", HidePasswordText)
            .WithText("show-password-aria-label", ShowPasswordAriaLabelText)
            .WithText("hide-password-aria-label", HidePasswordAriaLabelText)
            .WithText("password-shown-announcement", PasswordShownAnnouncementText)
            .WithText("password-hidden-announcement", PasswordHiddenAnnouncementText)
            .With(FormGroup?.Attributes);
        var button = new Button
        {
            Type = "button",
            Classes = "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle" + Class(Button?.Classes),
            Text = ShowPasswordText ?? "Show",
            Attributes = new Dictionary<string, string?>
            {
                ["aria-controls"] = InputId,
                ["aria-label"] = ShowPasswordAriaLabelText ?? "Show password",
                ["hidden"] = null,
            },
        };
        var input = new Input
        {
            FormGroup = new FormGroup
            {
                Classes = "govuk-password-input" + Class(FormGroup?.Classes),
                Attributes = attributes,
                BeforeInput = FormGroup?.BeforeInput,
                AfterInput = new Slot { Html = (Markup)$"{button}{FormGroup?.AfterInput}" },
            },
            InputWrapper = new InputWrapper { Classes = "govuk-password-input__wrapper" },
            Label = Label,
            Hint = Hint,
            Classes = "govuk-password-input__input govuk-js-password-input-input" + Class(Classes),
            ErrorMessage = ErrorMessage,
            Id = InputId,
            Name = Name,
            Type = "password",
            Spellcheck = false,
            Autocapitalize = "none",
            Autocomplete = Autocomplete ?? "current-password",
            Value = Value,
            Disabled = Disabled,
            DescribedBy = DescribedBy,
            Attributes = Attributes,
        };
        return $"{input}";
    }
}

/// <summary>The button that shows the password.</summary>
internal sealed record PasswordInputButton
{
    public string? Classes { get; init; }
}
