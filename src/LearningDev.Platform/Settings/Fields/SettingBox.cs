using LearningDev.Platform.Ui.GovukFrontend;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>A field of a section's form, with what stands in it as text, so that nothing typed is lost.</summary>
/// <param name="Key">Its name in the form, for example "Form.RoleLevels[2].Name".</param>
/// <param name="Setting">The property that it fills.</param>
internal sealed record SettingBox(string Key, SettingProperty Setting)
{
    /// <summary>The name under which a form says that it had a field that sends nothing when nothing is chosen.</summary>
    public const string Shown = ".Shown";

    /// <summary>The name under which a form says how many rows it had.</summary>
    public const string RowCount = ".Rows";

    /// <summary>One text; all that is chosen; day, month and year; day and month.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The fields of each row; of a group, one row.</summary>
    public IReadOnlyList<IReadOnlyList<SettingBox>> Rows { get; init; } = [];

    public IReadOnlyList<SettingChoice> Choices { get; init; } = [];

    /// <summary>What the form offers: the choices, and what was typed although it is none.</summary>
    public IEnumerable<SelectListItem> Items => Offered.Select(choice => new SelectListItem(choice.Text, choice.Value));

    /// <summary>The choices, and what was typed although it is none.</summary>
    public IReadOnlyList<SettingChoice> Offered => With(Choices, Texts);

    /// <summary>What a protected figure was when it was shipped, in words; null for what is not protected.</summary>
    public string? ShippedWords { get; init; }

    public bool IsAsShipped { get; init; }

    public string Id => BoundField.IdOf(Key);

    public string Text => Texts.Count > 0 ? Texts[0] : "";

    public bool IsTicked => Text == "true";

    /// <summary>True when nobody has filled in anything.</summary>
    public bool IsBlank => Setting.Kind == SettingKind.YesOrNo || (Texts.All(string.IsNullOrWhiteSpace) && Rows.All(row => row.All(box => box.IsBlank)));

    public string? Hint
    {
        get
        {
            var shipped = Setting.Protected is { } figure ? $"{figure.Source}: {ShippedWords ?? "nothing"} as shipped" : "";
            return Setting.Hint.Length > 0 && shipped.Length > 0 ? $"{Setting.Hint}. {shipped}" : Setting.Hint.Length > 0 ? Setting.Hint : shipped.Length > 0 ? shipped : null;
        }
    }

    public string Width => Setting.Kind == SettingKind.Number ? "govuk-input--width-5" : "govuk-!-width-two-thirds";

    /// <summary>Choices with values that are not among them.</summary>
    public static IReadOnlyList<SettingChoice> With(IReadOnlyList<SettingChoice> choices, IEnumerable<string> values) =>
    [
        .. choices, .. values.Where(value => value.Length > 0 && choices.All(choice => choice.Value != value)).Select(value => new SettingChoice($"{value} (no longer a choice)", value)),
    ];

    /// <summary>The same field at another place of the form.</summary>
    public SettingBox At(string prefix, string before) => this with
    {
        Key = prefix + Key[before.Length..],
        Rows = [.. Rows.Select(row => (IReadOnlyList<SettingBox>)[.. row.Select(box => box.At(prefix, before))])],
    };

    /// <summary>The same rows under the numbers of their places, from 0.</summary>
    public SettingBox WithRows(IReadOnlyList<IReadOnlyList<SettingBox>> rows) => this with
    {
        Rows =
        [
            .. rows.Select((row, number) => (IReadOnlyList<SettingBox>)
                [.. row.Select(box => box.At($"{Key}[{number}].", box.Key[..(box.Key.Length - box.Setting.Name.Length)]))]),
        ],
    };
}
