using System.Text.Json;
using LearningDev.Content.Search.Matching;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Index;

/// <summary>The FTS5 table search_text, which holds stems only. Its function bm25 has k1 = 1.2 and b = 0.75 built in.</summary>
internal sealed class SqliteFullText : FullText
{
    public static readonly SqliteFullText Only = new();

    private static readonly string Select = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"SELECT rowid, -bm25(search_text, {TitleWeight}, {KeywordsWeight}, {SummaryWeight}, {BodyWeight}) FROM search_text WHERE search_text MATCH @query");

    // Ranking is what takes time, so it is done for documents with a telling word only. The plus keeps SQLite from asking for each of them apart.
    private const string OfTelling = " AND +rowid IN (SELECT rowid FROM search_text WHERE search_text MATCH @telling)";

    public override Task WriteAllAsync(PortalDb db, IReadOnlyCollection<SearchDocumentRow> rows, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT OR REPLACE INTO search_text (rowid, title, keywords, summary, body)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each({JsonSerializer.Serialize(rows.Select(row => new object[]
        {
            row.Id, Stems.OfText(row.Title), Stems.OfText(row.Keywords), Stems.OfText(row.Summary), Stems.OfText(row.Body),
        }))})
        """,
        cancellation);

    public override Task<List<long>> MissingAsync(PortalDb db, CancellationToken cancellation) => db.Database.SqlQuery<long>(
        $"SELECT id AS \"Value\" FROM search_document WHERE id NOT IN (SELECT rowid FROM search_text)").ToListAsync(cancellation);

    public override Task RemoveAsync(PortalDb db, long documentId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM search_text WHERE rowid = {documentId}", cancellation);

    public override Task CountWordsAsync(PortalDb db, IReadOnlyCollection<WordCount> changes, long version, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_word (word, role, documents, version)
            SELECT value ->> 'Word', value ->> 'Role', value ->> 'Change', {version} FROM json_each({JsonSerializer.Serialize(changes)}) WHERE true
            ON CONFLICT (word, role) DO UPDATE SET documents = documents + excluded.documents, version = excluded.version
            """,
            cancellation);

    public override Task<List<FullTextMatch>> MatchAsync(
        PortalDb db, FullTextQuery query, bool all, IndexSize size, CancellationToken cancellation) =>
        all || !query.HasCommonWords
            ? ReadAsync(db, Select, [new SqliteParameter("query", Expression(query, all))], cancellation)
            : ReadAsync(
                db, Select + OfTelling,
                [new SqliteParameter("query", Expression(query, all)), new SqliteParameter("telling", string.Join(" OR ", query.Telling.Select(Group)))],
                cancellation);

    /// <summary>The query in FTS5's language. Stems are letters and digits only, so that quotation marks are all the care they need.</summary>
    internal static string Expression(FullTextQuery query, bool all)
    {
        var required = query.Required.Select(Group).ToList();
        var wanted = query.Wanted.Select(Group).ToList();
        var expression = all || wanted.Count == 0
            ? string.Join(" AND ", required.Concat(wanted))
            : string.Join(" AND ", required.Append($"({string.Join(" OR ", required.Concat(wanted))})"));
        return query.Excluded.Count == 0 ? expression : $"({expression}) NOT ({string.Join(" OR ", query.Excluded.Select(Group))})";
    }

    private static string Group(SearchClause clause)
    {
        var terms = clause.Alternatives.Select(term => term.InOrder || term.Stems.Count == 1
            ? $"\"{string.Join(' ', term.Stems)}\""
            : $"({string.Join(" AND ", term.Stems.Select(stem => $"\"{stem}\""))})");
        return clause.Alternatives.Count == 1 ? terms.First() : $"({string.Join(" OR ", terms)})";
    }
}
