using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Importing.Checking;

/// <summary>Reads what becomes, or became, of the rows of an import.</summary>
internal sealed class SheetRows(PortalDb db)
{
    /// <summary>How many rows there are of each outcome.</summary>
    public async Task<RowCounts> CountAsync(string id, CancellationToken cancellation) => new(
        await db.Set<KeptSheetRow>().Where(row => row.SheetId == id).GroupBy(row => row.Outcome)
            .Select(group => new { Outcome = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Outcome, group => group.Count, cancellation));

    /// <summary>A page of rows in the order of the file, of one outcome or of all.</summary>
    public async Task<IReadOnlyList<KeptSheetRow>> FindAsync(string id, RowOutcome? outcome, int page, int size, CancellationToken cancellation) =>
        await db.Set<KeptSheetRow>().AsNoTracking().Where(row => row.SheetId == id && (outcome == null || row.Outcome == outcome))
            .OrderBy(row => row.Number).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);

    /// <summary>What is wrong with rows, by their numbers.</summary>
    public async Task<IReadOnlyDictionary<int, string>> WrongAsync(string id, CancellationToken cancellation) =>
        await db.Set<KeptSheetRow>().AsNoTracking().Where(row => row.SheetId == id && row.Outcome == RowOutcome.Wrong).ToDictionaryAsync(row => row.Number, row => row.Details, cancellation);
}

/// <summary>How many rows there are of each outcome.</summary>
internal sealed record RowCounts(IReadOnlyDictionary<RowOutcome, int> ByOutcome)
{
    public int All => ByOutcome.Values.Sum();

    /// <summary>How many rows would change something.</summary>
    public int Changing => Of(RowOutcome.Add) + Of(RowOutcome.Change);

    /// <summary>How many rows there are of an outcome; of all, where none is named.</summary>
    public int Of(RowOutcome? outcome) => outcome is { } one ? ByOutcome.GetValueOrDefault(one) : All;

    /// <summary>The outcome in words.</summary>
    public static string Words(RowOutcome outcome, bool isDone) => outcome switch
    {
        RowOutcome.Add => isDone ? "Added" : "Add",
        RowOutcome.Change => isDone ? "Changed" : "Change",
        RowOutcome.Unchanged => "Unchanged",
        RowOutcome.Skip => "Left alone",
        _ => "Wrong",
    };

    public static string Colour(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Add => "green",
        RowOutcome.Change => "blue",
        RowOutcome.Wrong => "red",
        _ => "grey",
    };
}
