using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Other items, chosen from lists of their titles.</summary>
internal sealed class ContentPickerFieldEditor(PortalDb db, ContentDefinitions definitions) : IFieldEditor
{
    public string Field => nameof(ContentPickerField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var settings = place.Settings<ContentPickerFieldSettings>();
        var chosen = value.ReadList(nameof(ContentPickerField.ContentItemIds));
        var choices = ChoiceBox.With(await ChoicesAsync(settings, cancellation), chosen);
        return new RowsBox(place, choices, chosen, settings.Multiple, FormAction.EmptyRows(form, place.Key));
    }

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        var rows = form.Button.Apply(place.Key, form.Row(place.Key));
        value.WriteList(nameof(ContentPickerField.ContentItemIds), [.. rows.Where(id => id.Length > 0).Distinct()]);
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(ContentPickerFieldSettings settings, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<string> types = settings.DisplayedContentTypes.Count > 0
            ? settings.DisplayedContentTypes
            : [.. set.Types.Where(type => type.TypeSettings.Listable).Select(type => type.Name)];
        var rows = await db.Set<ContentItemRow>().AsNoTracking()
            .Where(row => row.Latest && types.Contains(row.ContentType))
            .OrderBy(row => row.DisplayText)
            .Select(row => new { row.ContentItemId, row.DisplayText, row.ContentType })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new SelectListItem(
                types.Count == 1 ? row.DisplayText : $"{row.DisplayText} ({set.FindType(row.ContentType)?.DisplayName ?? row.ContentType})",
                row.ContentItemId)),
        ];
    }
}
