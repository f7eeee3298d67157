using System.Runtime.CompilerServices;
using LearningDev.Content.Editing;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Exporting;

/// <summary>Writes items of a type into a sheet, as editors see them: the newest version of each. What is not for everybody is for those alone who may see it.</summary>
internal sealed class SheetExport(PortalDb db, SheetWords words, ItemVisibility visibility, IEvents events, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <summary>The items that are chosen, by title.</summary>
    public async Task<IReadOnlyList<ChosenItem>> FindAsync(SheetSelection selection, CancellationToken cancellation)
    {
        var seen = await visibility.SeenAsync(Matching(selection), row => row.ContentItemId, cancellation);
        return await seen.OrderBy(row => row.DisplayText).ThenBy(row => row.Id)
            .Select(row => new ChosenItem(row.Id, row.ContentItemId, row.DisplayText)).ToListAsync(cancellation);
    }

    /// <summary>Publishes that somebody exports. Call it before the file is sent, because what is sent cannot be taken back.</summary>
    public Task RecordAsync(SheetSelection selection, SheetForm form, int count, CancellationToken cancellation) => events.PublishAsync(
        new SheetExported(selection.Type.Type.Name, selection.Type.Type.DisplayName, form.ToString().ToLowerInvariant(), count, selection.State?.ToString(), selection.About, selection.Words), cancellation);

    /// <summary>Writes the chosen items: all as they are at one moment, however long it takes and whoever changes something meanwhile.</summary>
    public async Task WriteAsync(SheetSelection selection, IReadOnlyList<SheetColumn> columns, SheetForm form, Stream stream, CancellationToken cancellation)
    {
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var items = await FindAsync(selection, cancellation);
        await SheetWriter.WriteAsync(
            form, stream, selection.Type.Type.DisplayName, [.. columns.Select(selection.Type.LabelOf)], RowsAsync(items, columns, cancellation), time.GetUtcNow(), cancellation);
    }

    private async IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync(
        IReadOnlyList<ChosenItem> items, IReadOnlyList<SheetColumn> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in items.Chunk(AtOnce))
        {
            var ids = some.Select(item => item.RowId).ToList();
            var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.ToItem(), cancellation);
            var questions = new SheetQuestions();
            foreach (var column in columns)
            {
                foreach (var item in rows.Values)
                {
                    column.Ask(item, questions);
                }
            }

            await words.LearnAsync(questions, cancellation);
            foreach (var id in ids)
            {
                var cells = new SheetCell[columns.Count];
                foreach (var (index, column) in columns.Index())
                {
                    cells[index] = await column.WriteAsync(rows[id], words);
                }

                yield return cells;
            }
        }
    }

    private IQueryable<ContentItemRow> Matching(SheetSelection selection)
    {
        var all = db.Set<ContentItemRow>().AsNoTracking();
        var rows = all.Where(row => row.Latest && row.ContentType == selection.Type.Type.Name);
        rows = selection.State switch
        {
            ItemState.Published => rows.Where(row => row.Published),
            ItemState.Draft => rows.Where(row => !row.Published && !all.Any(other => other.ContentItemId == row.ContentItemId && other.Published)),
            ItemState.NewerDraft => rows.Where(row => !row.Published && all.Any(other => other.ContentItemId == row.ContentItemId && other.Published)),
            _ => rows,
        };
        if (selection.Only.Count > 0)
        {
            var only = selection.Only.ToList();
            rows = rows.Where(row => EF.Parameter(only).Contains(row.ContentItemId));
        }

        if (!string.IsNullOrEmpty(selection.About))
        {
            // Ids stand in an item's JSON as texts of their own.
            var about = $"\"{selection.About}\"";
            rows = rows.Where(row => row.Json.Contains(about));
        }

        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        foreach (var word in (selection.Words ?? "").ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            rows = rows.Where(row => row.DisplayText.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        return rows;
    }
}

/// <summary>Which items are exported.</summary>
/// <param name="Type">The type.</param>
/// <param name="State">The state; null for all but removed.</param>
/// <param name="About">The id of a term that they name; null for all.</param>
/// <param name="Words">Words that the title must have; null for all.</param>
/// <param name="Only">The ids of single ones of them; empty for all.</param>
internal sealed record SheetSelection(TypeColumns Type, ItemState? State, string? About, string? Words, IReadOnlyCollection<string> Only)
{
    /// <summary>True when nothing narrows the choice.</summary>
    public bool IsWholeType => State is null && string.IsNullOrEmpty(About) && string.IsNullOrWhiteSpace(Words) && Only.Count == 0;
}

/// <summary>An item that is chosen.</summary>
internal sealed record ChosenItem(long RowId, string Id, string Title);

/// <summary>Somebody exported content as a sheet.</summary>
/// <param name="ContentType">The name of the content type.</param>
/// <param name="TypeName">The name of the type that people read.</param>
/// <param name="Form">"csv" or "xlsx".</param>
/// <param name="Items">How many items.</param>
/// <param name="State">The state that was chosen; null for all.</param>
/// <param name="About">The id of the term that was chosen; null for all.</param>
/// <param name="Words">The words that were chosen; null for all.</param>
public sealed record SheetExported(string ContentType, string TypeName, string Form, int Items, string? State, string? About, string? Words) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Export", "", TypeName);

    /// <inheritdoc />
    public string Summary => $"Exported {TypeName} as {Form}: {(Items == 1 ? "1 item" : $"{Items:#,0} items")}";
}
