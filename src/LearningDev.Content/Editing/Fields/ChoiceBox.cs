using LearningDev.Content.Editing.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Fields;

/// <summary>A box for one choice: radios for a few, a list for more.</summary>
/// <param name="Place">The field.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Value">What is chosen; empty for nothing.</param>
internal sealed record ChoiceBox(FieldPlace Place, IReadOnlyList<SelectListItem> Choices, string Value)
    : FieldBox(Place, "/Content/Editing/Fields/Choice.cshtml")
{
    public override Reading Reading => Reading.Of(Choices, Value);

    private const int MostRadios = 5;

    /// <summary>An answer that need not be given must be possible to take back, which radios do not allow.</summary>
    public bool IsFew => Choices.Count <= MostRadios && Place.IsRequired;

    /// <summary>The choices, with the chosen one even where it is not offered any more.</summary>
    public static IReadOnlyList<SelectListItem> With(IReadOnlyList<SelectListItem> choices, params IEnumerable<string> chosen) =>
        [.. choices, .. chosen.Where(value => value.Length > 0 && choices.All(choice => choice.Value != value))
            .Select(value => new SelectListItem($"{value} (no longer a choice)", value))];
}

/// <summary>A box for any number of choices.</summary>
/// <param name="Place">The field.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Values">What is chosen.</param>
internal sealed record ChoicesBox(FieldPlace Place, IReadOnlyList<SelectListItem> Choices, IReadOnlyList<string> Values)
    : FieldBox(Place, "/Content/Editing/Fields/Choices.cshtml")
{
    public override Reading Reading => Reading.Of(Choices, Values);

    public override string Comparable => string.Join('\n', Values.Order(StringComparer.Ordinal));

    public override IReadOnlyList<string> Joinable => Values;
}
