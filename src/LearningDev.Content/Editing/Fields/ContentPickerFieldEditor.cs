using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Fields;

/// <summary>Other items: chosen from a list where there are few, else by searching for words of their titles.</summary>
internal sealed class ContentPickerFieldEditor(PortalDb db, ContentDefinitions definitions, ItemVisibility visibility) : IFieldEditor, IPicker
{
    // A list of several has a row for each that is chosen, and all its choices in each row.
    private const int MostListedInRows = 20;
    private const int MostListed = 50;
    private const int MostWords = 10;

    public string Field => nameof(ContentPickerField);

    public async Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation)
    {
        var isMultiple = place.Settings<ContentPickerFieldSettings>().Multiple;
        var ids = value.ReadList(nameof(ContentPickerField.ContentItemIds));
        var types = await TypesAsync(place, cancellation);
        var most = isMultiple ? MostListedInRows : MostListed;
        var listed = await ReadAsync((await LatestAsync(types, cancellation)).OrderBy(row => row.DisplayText).ThenBy(row => row.ContentItemId).Take(most + 1), types, cancellation);
        if (listed.Count <= most)
        {
            var choices = listed.Select(pick => new SelectListItem(pick.Words, pick.Id)).ToList();
            return new RowsBox(place, ChoiceBox.With(choices, ids), ids, isMultiple, FormAction.EmptyRows(form, place.Key));
        }

        return await PickerBox.ShowAsync(this, place, await ChosenAsync(ids, types, cancellation), isMultiple, form, cancellation);
    }

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        value.WriteList(nameof(ContentPickerField.ContentItemIds), PickerBox.Read(place, form, place.Settings<ContentPickerFieldSettings>().Multiple));
        return Task.CompletedTask;
    }

    public async Task<PickMatches> FindAsync(FieldPlace place, string words, CancellationToken cancellation)
    {
        var wanted = words.ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (wanted.Count == 0)
        {
            return PickMatches.None;
        }

        var types = await TypesAsync(place, cancellation);
        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        var rows = wanted.Aggregate(await LatestAsync(types, cancellation), (found, word) => found.Where(row => row.DisplayText.ToLower().Contains(word)));
        var first = wanted[0];
        rows = rows.OrderBy(row => row.DisplayText.ToLower().StartsWith(first) ? 0 : 1).ThenBy(row => row.DisplayText).ThenBy(row => row.ContentItemId);
#pragma warning restore CA1304, CA1311, CA1862
        return PickMatches.Of(await ReadAsync(rows.Take(PickMatches.Most + 1), types, cancellation));
    }

    private async Task<IReadOnlyDictionary<string, string>> TypesAsync(FieldPlace place, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        IEnumerable<string> names = place.Settings<ContentPickerFieldSettings>().DisplayedContentTypes is { Count: > 0 } chosen
            ? chosen
            : set.Types.Where(type => type.TypeSettings.Listable).Select(type => type.Name);
        return names.Distinct().ToDictionary(name => name, name => set.FindType(name)?.DisplayName ?? name);
    }

    private Task<IQueryable<ContentItemRow>> LatestAsync(IReadOnlyDictionary<string, string> types, CancellationToken cancellation)
    {
        List<string> names = [.. types.Keys];
        return visibility.SeenAsync(db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && names.Contains(row.ContentType)), row => row.ContentItemId, cancellation);
    }

    // What is chosen may have been removed since; then it has no newest version, and is named by its last.
    private async Task<IReadOnlyList<Pick>> ChosenAsync(List<string> ids, IReadOnlyDictionary<string, string> types, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        // What the editor may not know of stays chosen, and is named by its id alone.
        var all = await visibility.SeenAsync(db.Set<ContentItemRow>().AsNoTracking(), row => row.ContentItemId, cancellation);
        var known = (await ReadAsync(all.Where(row => ids.Contains(row.ContentItemId) && row.Latest), types, cancellation)).ToDictionary(pick => pick.Id);
        List<string> missing = [.. ids.Where(id => !known.ContainsKey(id))];
        var removed = missing.Count == 0 ? [] : await all
            .Where(row => missing.Contains(row.ContentItemId) && !all.Any(later => later.ContentItemId == row.ContentItemId && later.Id > row.Id))
            .ToDictionaryAsync(row => row.ContentItemId, row => row.DisplayText, cancellation);
        return [.. ids.Select(id => known.GetValueOrDefault(id) ?? new Pick(id, removed.GetValueOrDefault(id) ?? id, "removed"))];
    }

    private static async Task<IReadOnlyList<Pick>> ReadAsync(
        IQueryable<ContentItemRow> rows, IReadOnlyDictionary<string, string> types, CancellationToken cancellation) =>
    [
        .. (await rows.Select(row => new { row.ContentItemId, row.DisplayText, row.ContentType }).ToListAsync(cancellation)).Select(row => new Pick(
            row.ContentItemId,
            row.DisplayText.Length > 0 ? row.DisplayText : "Without a title",
            types.Count == 1 ? "" : types.GetValueOrDefault(row.ContentType) ?? row.ContentType)),
    ];
}
