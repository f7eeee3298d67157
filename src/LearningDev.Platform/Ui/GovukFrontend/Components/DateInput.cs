using System.Globalization;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A date, in three fields.</summary>
internal sealed record DateInput : FieldGroup
{
    public string? Id { get; init; }

    public string? NamePrefix { get; init; }

    /// <summary>The fields, in place of <see cref="Day"/>, <see cref="Month"/> and <see cref="Year"/>.</summary>
    public IReadOnlyList<DateInputItem?>? Items { get; init; }

    /// <summary>The field of the day; null leaves it out.</summary>
    public DateInputItem? Day { get; init; } = new();

    /// <summary>The field of the month; null leaves it out.</summary>
    public DateInputItem? Month { get; init; } = new();

    /// <summary>The field of the year; null leaves it out.</summary>
    public DateInputItem? Year { get; init; } = new();

    /// <summary>What the fields hold, by their names.</summary>
    public IReadOnlyDictionary<string, string?>? Values { get; init; }

    protected override Markup Render()
    {
        DateInputItem?[] parts =
        [
            Day is null ? null : Day with { Name = Day.Name ?? "day" },
            Month is null ? null : Month with { Name = Month.Name ?? "month" },
            Year is null ? null : Year with { Name = Year.Name ?? "year" },
        ];
        var items = Items is { Count: > 0 } ? Items : parts;
        var isOneMarked = items.Any(item => item is { HasError: true });
        return InFormGroup(Id, null, "group", _ => $"""
            <div class="govuk-date-input{Class(Classes)}"{Attributes}{Attribute("id", Id)}>
              {FormGroup?.BeforeInputs}
              {Each(items, item => $"""
              <div class="govuk-date-input__item">
                {Part(item, parts, isOneMarked)}
              </div>
              """)}
              {FormGroup?.AfterInputs}
            </div>
            """);
    }

    private Input Part(DateInputItem item, DateInputItem?[] parts, bool isOneMarked)
    {
        var name = string.IsNullOrEmpty(NamePrefix) ? item.Name : $"{NamePrefix}-{item.Name}";
        var isMarked = item.HasError || (item.Error != false && ErrorMessage is not null && !isOneMarked);
        var width = item.Name == "year" || item.Name == Year?.Name ? 4 : 2;
        return new Input
        {
            Label = new Label { Text = item.Label ?? Capitalised(item.Name), Classes = "govuk-date-input__label" },
            Id = item.Id ?? $"{Id}-{item.Name}",
            Name = name,
            Classes = "govuk-date-input__input"
                + Class(isMarked && !item.HasClass("govuk-input--error"), "govuk-input--error")
                + Class(!item.HasClass("govuk-input--width-"), $"govuk-input--width-{width}")
                + Class(item.Classes),
            Value = item.Value ?? parts.FirstOrDefault(part => part?.Name == item.Name)?.Value ?? Values?.GetValueOrDefault(name ?? "") ?? Values?.GetValueOrDefault(item.Name ?? ""),
            Type = "text",
            Inputmode = item.Inputmode ?? "numeric",
            Autocomplete = item.Autocomplete,
            Pattern = item.Pattern,
            Attributes = item.Attributes,
        };
    }

    private static string? Capitalised(string? name) =>
        string.IsNullOrEmpty(name) ? name : char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..].ToLowerInvariant();
}

/// <summary>One field of a date.</summary>
internal sealed record DateInputItem
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? Value { get; init; }

    /// <summary>Whether this is the wrong field; while no field says so, an error message marks them all.</summary>
    public bool? Error { get; init; }

    public string? Inputmode { get; init; }

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public bool HasError => Error == true || HasClass("govuk-input--error");

    public bool HasClass(string name) => Classes?.Contains(name, StringComparison.Ordinal) == true;
}
