using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;

namespace LearningDev.Content.Sheets.Importing.Matching;

/// <summary>Proposes which columns of a file are which of a type: as they were matched last time, or by their names.</summary>
internal static class ColumnProposals
{
    /// <summary>The key of a column for each header; empty where nothing fits. No column is proposed twice.</summary>
    public static IReadOnlyList<string> Of(TypeColumns type, IReadOnlyList<string> headers, SheetMatching? last)
    {
        HashSet<string> taken = [];
        return [.. headers.Select(header => Of(type, header, last) is { } key && taken.Add(key) ? key : "")];
    }

    /// <summary>The column that tells rows apart: the first that the file has of id, alias, address and title.</summary>
    public static string KeyOf(IReadOnlyList<string> keys, TypeColumns type, SheetMatching? last)
    {
        if (last is not null && keys.Contains(last.Key))
        {
            return last.Key;
        }

        return type.All.Where(column => column.CanBeKey && keys.Contains(column.Key))
            .OrderBy(column => column switch { IdColumn => 0, AliasColumn => 1, TitleColumn => 2, AddressColumn => 3, _ => 4 })
            .FirstOrDefault()?.Key ?? "";
    }

    /// <summary>Some of what a column of a file says.</summary>
    public static string SamplesOf(SheetFile file, int index)
    {
        const int Longest = 40;
        var samples = file.Rows.Select(row => row.Cells[index].Text.Trim().ReplaceLineEndings(" ")).Where(text => text.Length > 0).Distinct().Take(3)
            .Select(text => text.Length <= Longest ? text : $"{text[..Longest]}…").ToList();
        return samples.Count == 0 ? "The first rows say nothing here" : $"For example: {string.Join(" · ", samples)}";
    }

    private static string? Of(TypeColumns type, string header, SheetMatching? last)
    {
        if (last is not null)
        {
            foreach (var (index, known) in last.Headers.Index())
            {
                if (TypeColumns.Plain(known) == TypeColumns.Plain(header) && (last.Keys[index].Length == 0 || type.Find(last.Keys[index]) is not null))
                {
                    return last.Keys[index];
                }
            }
        }

        return type.Meant(header)?.Key;
    }
}
