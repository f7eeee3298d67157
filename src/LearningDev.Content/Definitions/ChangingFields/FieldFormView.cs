using LearningDev.Content.Fields;
using LearningDev.Content.Taxonomies;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Definitions.ChangingFields;

/// <summary>A form of a field's settings with what can be chosen in it.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="Shape">The field's kind.</param>
/// <param name="Taxonomies">The taxonomies.</param>
/// <param name="ContentTypes">The types whose items can be chosen.</param>
/// <param name="Module">The name of the module that relies on the field; null when none does.</param>
/// <param name="EmptyRows">How many empty rows follow the choices.</param>
internal sealed record FieldFormView(
    FieldForm Form, FieldShape Shape, IReadOnlyList<SelectListItem> Taxonomies, IReadOnlyList<SelectListItem> ContentTypes, string? Module, int EmptyRows)
{
    /// <summary>The name of the buttons that change the rows of choices.</summary>
    public const string Rows = "rows";

    public const string MoreRows = "more";

    public const int FirstRows = 4;

    /// <summary>How a tick box can begin, besides not ticked.</summary>
    public static IReadOnlyList<SelectListItem> Ticked { get; } = [new("Ticked", "true")];

    /// <summary>The choices to begin with.</summary>
    public IReadOnlyList<SelectListItem> Defaults => [.. Form.Choices.Where(choice => choice.Value.Length > 0).Select(choice => new SelectListItem(choice.Name, choice.Value))];

    public static async Task<FieldFormView> MakeAsync(
        FieldForm form, FieldShape shape, string? module, int emptyRows, TaxonomyReader taxonomies, ContentDefinitions definitions, CancellationToken cancellation) => new(
            form, shape,
            shape != FieldShape.Terms ? [] : [.. (await taxonomies.AllAsync(cancellation)).OrderBy(taxonomy => taxonomy.Name, StringComparer.CurrentCulture)
                .Select(taxonomy => new SelectListItem(taxonomy.Name, taxonomy.Alias.Length > 0 && form.TaxonomyId == taxonomy.Alias ? taxonomy.Alias : taxonomy.Id))],
            shape != FieldShape.Items ? [] : [.. (await definitions.GetAsync(cancellation)).Types.Where(type => type.TypeSettings.Listable)
                .OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).Select(type => new SelectListItem(type.DisplayName, type.Name))],
            module, emptyRows);

    /// <summary>Does what a button of the rows asks for: "more", or "up" and the number of a row.</summary>
    /// <returns>True when it was such a button, so that the form is shown again.</returns>
    public static bool Apply(FieldForm form, string? button)
    {
        switch (button?.Split(' '))
        {
            case [MoreRows]:
                return true;
            case ["up", var text] when int.TryParse(text, out var row) && row > 0 && row < form.ChoiceNames.Count:
                (form.ChoiceNames[row - 1], form.ChoiceNames[row]) = (form.ChoiceNames[row], form.ChoiceNames[row - 1]);
                if (row < form.ChoiceValues.Count)
                {
                    (form.ChoiceValues[row - 1], form.ChoiceValues[row]) = (form.ChoiceValues[row], form.ChoiceValues[row - 1]);
                }

                return true;
            default:
                return false;
        }
    }
}
