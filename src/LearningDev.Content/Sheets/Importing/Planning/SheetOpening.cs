using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Importing.Planning;

/// <summary>Reads the file of an import, and what its rows are compared with.</summary>
internal sealed class SheetOpening(PortalDb db, SheetColumns columns, SheetWords words, ContentDefinitions definitions, ISettings settings)
{
    /// <summary>Reads the file alone.</summary>
    /// <param name="kept">The import.</param>
    /// <param name="sheet">The name of the sheet to read; null for the one that was chosen.</param>
    /// <param name="first">How many rows are wanted.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <exception cref="SheetFileException">It cannot be read.</exception>
    public async Task<SheetFile> ReadAsync(KeptSheet kept, string? sheet, int first, CancellationToken cancellation)
    {
        var bytes = await db.Set<KeptSheetFile>().Where(file => file.Id == kept.Id).Select(file => file.Bytes).SingleOrDefaultAsync(cancellation)
            ?? throw new SheetFileException($"{kept.FileName} is not kept any more. Upload it again");
        return SheetReader.Read(bytes, sheet ?? kept.Sheet, await LimitsAsync(cancellation), first);
    }

    /// <summary>How much of a file is read.</summary>
    public async Task<SheetLimits> LimitsAsync(CancellationToken cancellation)
    {
        var limits = await settings.GetAsync<SheetSettings>(cancellation);
        return new SheetLimits(limits.Rows, limits.UnpackedMegabytes * 1024L * 1024);
    }

    /// <summary>Opens an import whose columns are matched.</summary>
    /// <exception cref="SheetFileException">The file cannot be read, or does not fit any more.</exception>
    public async Task<OpenSheet> OpenAsync(KeptSheet kept, CancellationToken cancellation)
    {
        var matching = SheetMatching.Of(kept) ?? throw new SheetFileException("The columns are not matched yet");
        var type = await columns.FindAsync(kept.ContentType, cancellation) ?? throw new SheetFileException($"There is no content type {kept.TypeName} any more");
        var open = new OpenSheet(await ReadAsync(kept, sheet: null, int.MaxValue, cancellation), matching, type);
        if (open.Key is null)
        {
            throw new SheetFileException("The column that says which item a row is is not in the file any more");
        }

        await FindItemsAsync(open, cancellation);
        await FindAliasesAsync(open, cancellation);
        return open;
    }

    private async Task FindItemsAsync(OpenSheet open, CancellationToken cancellation)
    {
        var rows = db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && row.ContentType == open.Type.Type.Name);
        if (open.Key!.Column is IdColumn or TitleColumn)
        {
            await foreach (var row in rows.Select(row => new { row.ContentItemId, row.DisplayText }).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                Add(open, row.DisplayText.Trim(), row.ContentItemId);
            }

            return;
        }

        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            Add(open, (await open.Key.Column.WriteAsync(row.ToItem(), words)).Text.Trim(), row.ContentItemId);
        }
    }

    private static void Add(OpenSheet open, string key, string id)
    {
        if (key.Length == 0)
        {
            return;
        }

        if (!open.Items.TryGetValue(key, out var ids))
        {
            open.Items[key] = ids = [];
        }

        ids.Add(id);
    }

    // An alias finds one item of all types; few types have them.
    private async Task FindAliasesAsync(OpenSheet open, CancellationToken cancellation)
    {
        if (!open.Columns.Any(column => column.Column is AliasColumn))
        {
            return;
        }

        var types = (await definitions.GetAsync(cancellation)).TypesWith(nameof(AliasPart)).ToList();
        await foreach (var row in db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && types.Contains(row.ContentType)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.ToItem().As<AliasPart>().Alias is { Length: > 0 } alias)
            {
                open.Aliases[alias] = row.ContentItemId;
            }
        }
    }
}
