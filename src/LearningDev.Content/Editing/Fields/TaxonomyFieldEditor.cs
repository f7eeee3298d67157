using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Taxonomies;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Terms of a taxonomy.</summary>
internal sealed class TaxonomyFieldEditor(TaxonomyReader taxonomies) : IFieldEditor
{
    public string Field => nameof(TaxonomyField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var settings = place.Settings<TaxonomyFieldSettings>();
        var taxonomy = await taxonomies.FindAsync(settings.TaxonomyContentItemId, cancellation);
        var chosen = value.ReadList(nameof(TaxonomyField.TermContentItemIds));
        var choices = ChoiceBox.With(
            [.. (taxonomy?.Terms ?? []).Where(term => !term.IsRetired || chosen.Contains(term.Id)).Select(term => new SelectListItem(Indent(term), term.Id))], chosen);
        return settings.Unique
            ? new ChoiceBox(place, choices, chosen.FirstOrDefault() ?? "")
            : new ChoicesBox(place, choices, chosen);
    }

    public async Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var chosen = form.Chosen(place.Key);
        if (chosen.Count > 0 && value.ReadText(nameof(TaxonomyField.TaxonomyContentItemId)).Length == 0
            && await taxonomies.FindAsync(place.Settings<TaxonomyFieldSettings>().TaxonomyContentItemId, cancellation) is { } taxonomy)
        {
            value[nameof(TaxonomyField.TaxonomyContentItemId)] = taxonomy.Id;
        }

        value.WriteSet(nameof(TaxonomyField.TermContentItemIds), chosen);
    }

    private static string Indent(Term term) => term.Depth == 0 ? term.Name : $"{new string('\u2013', term.Depth)} {term.Name}";
}
