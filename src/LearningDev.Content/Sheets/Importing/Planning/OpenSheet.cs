using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;

namespace LearningDev.Content.Sheets.Importing.Planning;

/// <summary>A file that is read, with its columns matched, and with what its rows are compared with.</summary>
internal sealed class OpenSheet
{
    private readonly Dictionary<int, string> twins = [];

    public OpenSheet(SheetFile file, SheetMatching matching, TypeColumns type)
    {
        File = file;
        Matching = matching;
        Type = type;
        Columns =
        [
            .. from pair in file.Headers.Index()
               where pair.Index < matching.Keys.Count && matching.Headers[pair.Index] == pair.Item
               let column = type.Find(matching.Keys[pair.Index])
               where column is not null
               select new MatchedColumn(pair.Index, pair.Item, column),
        ];
        Key = Columns.FirstOrDefault(column => column.Column.Key == matching.Key);
        Title = Columns.FirstOrDefault(column => column.Column is TitleColumn);
        foreach (var same in file.Rows.Select(row => (row.Number, Key: KeyOf(row))).Where(row => row.Key.Length > 0).GroupBy(row => row.Key, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            foreach (var row in same)
            {
                twins[row.Number] = string.Join(", ", same.Where(other => other.Number != row.Number).Take(5).Select(other => other.Number));
            }
        }

        Own = file.Rows.Select(row => (Id: CellOf(row, IdColumn.TheKey).Text.Trim(), Title: Title is null ? "" : row.Cells[Title.Index].Text.Trim()))
            .Where(row => row.Id.Length > 0).ToLookup(row => row.Title, row => row.Id, StringComparer.OrdinalIgnoreCase);
    }

    public SheetFile File { get; }

    public SheetMatching Matching { get; }

    public TypeColumns Type { get; }

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<MatchedColumn> Columns { get; }

    /// <summary>The column that says which item a row is; null when the file does not have it any more.</summary>
    public MatchedColumn? Key { get; }

    /// <summary>The column of the title; null when it is left out.</summary>
    public MatchedColumn? Title { get; }

    /// <summary>The items by what the key column says; filled when the key is not the id.</summary>
    public Dictionary<string, List<string>> Items { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows that give their items ids of their own, by title: others of the file may name them before they are in the portal.</summary>
    public ILookup<string, string> Own { get; }

    /// <summary>Which row an item belongs to.</summary>
    public Dictionary<string, int> TakenItems { get; } = new(StringComparer.Ordinal);

    /// <summary>Which row an address or alias belongs to, by column and value.</summary>
    public Dictionary<(string Column, string Value), int> TakenNames { get; } = [];

    /// <summary>The items by alias, over all types; filled when the file has aliases.</summary>
    public Dictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the key is the id: a row without one is known by its title.</summary>
    public bool IsById => Key?.Column is IdColumn;

    /// <summary>What a row is known by, in the form in which items are compared; empty when the row does not say.</summary>
    public string KeyOf(SheetRow row)
    {
        if (Key is null)
        {
            return "";
        }

        var text = Normal(Key, row);
        return text.Length == 0 && IsById && Title is not null ? Normal(Title, row) : text;
    }

    /// <summary>True when a row of an id key has no id and is known by its title.</summary>
    public bool IsByTitle(SheetRow row) => Key?.Column is TitleColumn || (IsById && Normal(Key!, row).Length == 0);

    /// <summary>The numbers of other rows that are known by the same; empty when there are none.</summary>
    public string TwinsOf(SheetRow row) => twins.GetValueOrDefault(row.Number, "");

    /// <summary>The cell of a column of a key; an empty one when the file does not have it.</summary>
    public SheetCell CellOf(SheetRow row, string key) => Columns.FirstOrDefault(column => column.Column.Key == key) is { } found ? row.Cells[found.Index] : SheetCell.Empty;

    private static string Normal(MatchedColumn column, SheetRow row)
    {
        var text = row.Cells[column.Index].Text.Trim();
        return column.Column is AddressColumn address ? address.Normal(text) : text;
    }
}

/// <summary>A column of a file and the column of the type that it is.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Header">What the file calls it.</param>
/// <param name="Column">The column of the type.</param>
internal sealed record MatchedColumn(int Index, string Header, SheetColumn Column);

/// <summary>What becomes of a row.</summary>
/// <param name="Number">The row's number in the file.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Title">What people know the item by.</param>
/// <param name="Details">What is wrong, or what is changed.</param>
internal sealed record PlannedRow(int Number, RowOutcome Outcome, string Title, IReadOnlyList<RowDetail> Details)
{
    /// <summary>The item as it is to be saved; null when nothing is to be done.</summary>
    public Items.ContentItem? Item { get; init; }

    /// <summary>True to publish it, false to save a draft.</summary>
    public bool Publish { get; init; }
}
