using System.Globalization;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Several lines of text with a limit that is counted while typing.</summary>
internal sealed record CharacterCount : Field
{
    public int? Rows { get; init; }

    public string? Value { get; init; }

    /// <summary>The limit in characters.</summary>
    public int? Maxlength { get; init; }

    /// <summary>The limit in words; wins over the one in characters.</summary>
    public int? Maxwords { get; init; }

    /// <summary>From how much of the limit the count is shown, in per cent.</summary>
    public int? Threshold { get; init; }

    public string? CountType { get; init; }

    public bool? Spellcheck { get; init; }

    public CountMessage? CountMessage { get; init; }

    public string? TextareaDescriptionText { get; init; }

    public IReadOnlyDictionary<string, string?>? CharactersUnderLimitText { get; init; }

    public string? CharactersAtLimitText { get; init; }

    public IReadOnlyDictionary<string, string?>? CharactersOverLimitText { get; init; }

    public IReadOnlyDictionary<string, string?>? WordsUnderLimitText { get; init; }

    public string? WordsAtLimitText { get; init; }

    public IReadOnlyDictionary<string, string?>? WordsOverLimitText { get; init; }

    protected override Markup Render()
    {
        var limit = (Maxwords ?? Maxlength)?.ToString(CultureInfo.InvariantCulture);
        var countType = CountType ?? (Maxwords is null ? null : "words");
        var description = TextareaDescriptionText ?? $"You can enter up to %{{count}} {(countType == "words" ? "words" : "characters")}";
        var message = new Hint
        {
            Text = limit is null ? null : description.Replace("%{count}", limit, StringComparison.Ordinal),
            Id = InputId + "-info",
            Classes = "govuk-character-count__message" + Class(CountMessage?.Classes),
        };
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-character-count" }
            .With("data-maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture))
            .With("data-maxwords", Maxwords?.ToString(CultureInfo.InvariantCulture))
            .With("data-threshold", Threshold?.ToString(CultureInfo.InvariantCulture))
            .With("data-count-type", countType)
            .WithText("textarea-description.other", limit is null ? TextareaDescriptionText : null)
            .WithTexts("characters-under-limit", CharactersUnderLimitText)
            .WithText("characters-at-limit", CharactersAtLimitText)
            .WithTexts("characters-over-limit", CharactersOverLimitText)
            .WithTexts("words-under-limit", WordsUnderLimitText)
            .WithText("words-at-limit", WordsAtLimitText)
            .WithTexts("words-over-limit", WordsOverLimitText)
            .With(FormGroup?.Attributes);
        var textarea = new Textarea
        {
            Id = InputId,
            Name = Name,
            DescribedBy = message.Id,
            Rows = Rows,
            Spellcheck = Spellcheck,
            Value = Value,
            FormGroup = new FormGroup
            {
                Classes = "govuk-character-count" + Class(FormGroup?.Classes),
                Attributes = attributes,
                BeforeInput = FormGroup?.BeforeInput,
                AfterInput = new Slot { Html = (Markup)$"{message}{FormGroup?.AfterInput}" },
            },
            Classes = "govuk-js-character-count" + Class(Classes),
            Label = Label,
            Hint = Hint,
            ErrorMessage = ErrorMessage,
            Attributes = Attributes,
        };
        return $"{textarea}";
    }
}

/// <summary>The line that says how much is left.</summary>
internal sealed record CountMessage
{
    public string? Classes { get; init; }
}
