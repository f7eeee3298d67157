using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Importing.Planning;

/// <summary>Says what becomes of rows: which items they are, what they change, and what is wrong with them. It writes nothing.</summary>
internal sealed class SheetPlanner(
    PortalDb db, ContentItems items, ContentValidator validator, ContentDefinitions definitions, SheetWords words, ItemVisibility visibility, CurrentPerson person,
    RolePermissions permissions)
{
    private const int LongestDetail = 300;

    /// <summary>Plans some rows of a file.</summary>
    /// <param name="open">The file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="ids">The ids that new items were given when the rows were checked, by the rows' numbers.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<IReadOnlyList<PlannedRow>> PlanAsync(OpenSheet open, IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<int, string> ids, CancellationToken cancellation)
    {
        var questions = new SheetQuestions();
        foreach (var column in open.Columns)
        {
            foreach (var row in rows)
            {
                column.Column.Ask(row.Cells[column.Index], questions);
            }
        }

        await words.LearnAsync(questions, cancellation);
        foreach (var word in questions.Items.Where(open.Own.Contains))
        {
            foreach (var id in open.Own[word])
            {
                words.AlsoKnow(id, open.Type.Type.Name, word);
            }
        }

        var known = await KnownAsync(open, rows, ids, cancellation);
        List<PlannedRow> plan = [];
        foreach (var row in rows)
        {
            plan.Add(await PlanAsync(open, row, ids.GetValueOrDefault(row.Number), known, cancellation));
        }

        return await WithFreeAddressesAsync(plan, cancellation);
    }

    private async Task<Known> KnownAsync(OpenSheet open, IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<int, string> given, CancellationToken cancellation)
    {
        List<string> ids = [.. rows.SelectMany(row => open.Items.GetValueOrDefault(open.KeyOf(row)) ?? []), .. rows.Select(row => open.CellOf(row, IdColumn.TheKey).Text.Trim()).Where(id => id.Length > 0), .. given.Values];
        ids = [.. ids.Distinct()];
        var everSaved = await items.KnownAsync(ids, cancellation);
        var latest = everSaved.Count == 0 ? [] : (await items.FindAllAsync([.. everSaved], VersionChoice.Latest, cancellation)).ToDictionary(item => item.ContentItemId);
        var withDraft = everSaved.Count == 0 ? [] : await db.Set<ContentItemRow>().Where(row => EF.Parameter(ids).Contains(row.ContentItemId) && row.Published && !row.Latest)
            .Select(row => row.ContentItemId).ToHashSetAsync(cancellation);
        return new Known(
            everSaved, latest, withDraft, await permissions.MayAsync(person.Principal, ContentModule.PublishContent.Name),
            visibility, await visibility.ReaderAsync(cancellation), await definitions.GetAsync(cancellation));
    }

    private async Task<PlannedRow> PlanAsync(OpenSheet open, SheetRow row, string? givenId, Known known, CancellationToken cancellation)
    {
        var name = open.Title is { } title ? row.Cells[title.Index].Text.Trim() : "";
        if (row.Fault.Length > 0 || open.TwinsOf(row).Length > 0)
        {
            return Wrong(row, name, row.Fault.Length > 0 ? new RowDetail("", row.Fault) : new RowDetail(open.Key!.Header, $"Row {open.TwinsOf(row)} has the same"));
        }

        var (current, newId, fault) = FindItem(open, row, givenId, known);
        name = name.Length == 0 ? current?.DisplayText ?? "" : name;
        if (fault is not null)
        {
            return Wrong(row, name, fault);
        }

        if (current is null ? !open.Matching.Add : !open.Matching.Update)
        {
            return new PlannedRow(row.Number, RowOutcome.Skip, name, []);
        }

        if (!open.TakenItems.TryAdd(current?.ContentItemId ?? newId, row.Number) && open.TakenItems[current?.ContentItemId ?? newId] != row.Number)
        {
            return Wrong(row, name, new RowDetail(open.Key!.Header, $"Row {open.TakenItems[current?.ContentItemId ?? newId]} is the same item"));
        }

        return await BuildAsync(open, row, name, current, newId, known, cancellation);
    }

    private static (ContentItem? Current, string NewId, RowDetail? Fault) FindItem(OpenSheet open, SheetRow row, string? givenId, Known known)
    {
        var header = open.Key!.Header;
        var idCell = open.CellOf(row, IdColumn.TheKey).Text.Trim();
        string? id;
        if (open.IsById && !open.IsByTitle(row))
        {
            id = idCell;
        }
        else
        {
            var key = open.KeyOf(row);
            if (key.Length == 0)
            {
                return (null, "", new RowDetail(header, $"{header} is empty, so that it cannot be told which item the row is"));
            }

            var found = open.Items.GetValueOrDefault(key) ?? [];
            if (found.Count > 1)
            {
                return (null, "", new RowDetail(header, $"{found.Count} items have “{Short(key)}”. Take the id to tell them apart"));
            }

            id = found.Count == 1 ? found[0] : null;
        }

        if (id is not null && known.Latest.TryGetValue(id, out var current))
        {
            return current.ContentType != open.Type.Type.Name ? (null, "", new RowDetail(header, $"{current.DisplayText} is of another type: {known.Definitions.FindType(current.ContentType)?.DisplayName ?? current.ContentType}"))
                : !known.MaySee(current) ? (null, "", new RowDetail(header, "This item is restricted to roles that you do not have"))
                : (current, "", null);
        }

        var wanted = idCell.Length > 0 ? idCell : givenId ?? Identifiers.New();
        return wanted.Length > Identifiers.MaximumLength ? (null, "", new RowDetail("Id", $"An id has {Identifiers.MaximumLength} characters or fewer"))
            : known.Latest.ContainsKey(wanted) ? (null, "", new RowDetail("Id", "Another item has this id"))
            : known.EverSaved.Contains(wanted) ? (null, "", new RowDetail("Id", "The item of this id was removed. Restore it first, or leave the id empty to add a new one"))
            : (null, wanted, null);
    }

    private async Task<PlannedRow> BuildAsync(OpenSheet open, SheetRow row, string name, ContentItem? current, string newId, Known known, CancellationToken cancellation)
    {
        var item = new ContentItem
        {
            ContentItemId = current?.ContentItemId ?? newId,
            ContentItemVersionId = current?.ContentItemVersionId ?? "",
            Revision = current?.Revision ?? 0,
            ContentType = open.Type.Type.Name,
            DisplayText = current?.DisplayText ?? name,
            Latest = current is not null,
            Owner = current is null ? person.Id : current.Owner,
            Author = person.Principal.Identity?.Name,
            Content = current?.Content.DeepClone().AsObject() ?? [],
        };
        List<RowDetail> faults = [];
        foreach (var column in open.Columns)
        {
            if (await ReadAsync(open, row, column, item, current is null) is { } fault)
            {
                faults.Add(new RowDetail(column.Header, fault));
            }
        }

        var publish = StateColumn.PublishOf(open.CellOf(row, StateColumn.TheKey)) ?? open.Matching.Publish;
        CheckState(open, row, current, publish, known, faults);
        CheckNames(open, row, item, faults);
        if (faults.Count == 0)
        {
            faults.AddRange((await validator.CheckAsync(item, publish, cancellation)).Select(error => new RowDetail(
                open.Columns.FirstOrDefault(column => column.Column.ErrorKey == error.Key)?.Header ?? HeaderOf(open, error.Key), error.Message)));
        }

        if (faults.Count > 0)
        {
            return new PlannedRow(row.Number, RowOutcome.Wrong, name, faults);
        }

        if (current is null)
        {
            return new PlannedRow(row.Number, RowOutcome.Add, item.DisplayText, []) { Item = item, Publish = publish };
        }

        return JsonNode.DeepEquals(current.Content, item.Content) && (!publish || current.Published)
            ? new PlannedRow(row.Number, RowOutcome.Unchanged, item.DisplayText, []) { Item = item }
            : new PlannedRow(row.Number, RowOutcome.Change, item.DisplayText, Changes(current, item, publish, known.Definitions)) { Item = item, Publish = publish };
    }

    private async ValueTask<string?> ReadAsync(OpenSheet open, SheetRow row, MatchedColumn column, ContentItem item, bool isNew)
    {
        var cell = row.Cells[column.Index];
        if (cell.Kind == CellKind.Error)
        {
            return $"The cell shows an error ({cell.Text}). Mend the formula, or write the value";
        }

        if (cell.Text == XlsxSheetWriter.TooLong)
        {
            return "The text was too long for a spreadsheet cell and is not in the file. Take the column out, or export as CSV";
        }

        return cell.IsEmpty && (isNew || !open.Matching.Clear || column.Column is IdColumn or StateColumn) ? null : await column.Column.ReadAsync(cell, item, words);
    }

    private static void CheckState(OpenSheet open, SheetRow row, ContentItem? current, bool publish, Known known, List<RowDetail> faults)
    {
        var header = open.Columns.FirstOrDefault(column => column.Column is StateColumn)?.Header ?? "";
        if (publish && !known.MayPublish)
        {
            faults.Add(new RowDetail(header, $"You may not publish. Write {StateColumn.Draft}"));
        }
        else if (publish && current is not null && known.WithDraft.Contains(current.ContentItemId))
        {
            faults.Add(new RowDetail("", $"The item has a draft by {current.Author ?? "the portal"} that is not published yet. Publish or discard the draft first, or import drafts"));
        }
    }

    /// <summary>Addresses and aliases belong to one item each.</summary>
    private static void CheckNames(OpenSheet open, SheetRow row, ContentItem item, List<RowDetail> faults)
    {
        foreach (var column in open.Columns.Where(column => column.Column is AddressColumn or AliasColumn))
        {
            var value = column.Column is AddressColumn ? item.As<AutoroutePart>().Path : item.As<AliasPart>().Alias;
            if (value.Length == 0)
            {
                continue;
            }

            if (!open.TakenNames.TryAdd((column.Column.Key, value), row.Number) && open.TakenNames[(column.Column.Key, value)] != row.Number)
            {
                faults.Add(new RowDetail(column.Header, $"Row {open.TakenNames[(column.Column.Key, value)]} has the same"));
            }
            else if (column.Column is AliasColumn && open.Aliases.TryGetValue(value, out var owner) && owner != item.ContentItemId)
            {
                faults.Add(new RowDetail(column.Header, $"Another item has the alias “{value}”"));
            }
        }
    }

    private async Task<IReadOnlyList<PlannedRow>> WithFreeAddressesAsync(List<PlannedRow> plan, CancellationToken cancellation)
    {
        var wanted = plan.Where(row => row.Outcome is RowOutcome.Add or RowOutcome.Change).Select(row => row.Item!.As<AutoroutePart>().Path).Where(path => path.Length > 0).ToList();
        var owners = wanted.Count == 0 ? [] : await db.Set<ContentRoute>().Where(route => EF.Parameter(wanted).Contains(route.Path))
            .ToDictionaryAsync(route => route.Path, route => route.ContentItemId, cancellation);
        return
        [
            .. plan.Select(row => row.Outcome is RowOutcome.Add or RowOutcome.Change && row.Item!.As<AutoroutePart>().Path is { Length: > 0 } path
                && owners.TryGetValue(path, out var owner) && owner != row.Item.ContentItemId
                    ? row with { Outcome = RowOutcome.Wrong, Item = null, Details = [new RowDetail("Address", $"The address {path} is used by another page")] }
                    : row),
        ];
    }

    private static IReadOnlyList<RowDetail> Changes(ContentItem current, ContentItem item, bool publish, DefinitionSet definitions)
    {
        var changes = ContentChanges.Between(current.Content.ToJsonString(PortalJson.Compact), item, definitions)
            .Select(change => new RowDetail(change.Name, "", Short(change.Before), Short(change.After)));
        return [.. changes, .. publish && !current.Published ? [new RowDetail(StateColumn.TheKey, "", StateColumn.Draft, StateColumn.Published)] : Array.Empty<RowDetail>()];
    }

    private static PlannedRow Wrong(SheetRow row, string name, RowDetail fault) => new(row.Number, RowOutcome.Wrong, name, [fault]);

    private static string HeaderOf(OpenSheet open, string errorKey) =>
        open.Type.All.FirstOrDefault(column => column.ErrorKey == errorKey) is { } column ? open.Type.LabelOf(column) : "";

    private static string Short(string text) => text.Length <= LongestDetail ? text : $"{text[..LongestDetail]}…";

    private sealed record Known(
        IReadOnlySet<string> EverSaved, IReadOnlyDictionary<string, ContentItem> Latest, IReadOnlySet<string> WithDraft, bool MayPublish, ItemVisibility Visibility,
        SearchReader Reader, DefinitionSet Definitions)
    {
        public bool MaySee(ContentItem item) => Reader.Sees(Visibility.ReadersOf(item));
    }
}
