using System.Text.Json;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search;

/// <summary>What differs between the databases: FTS5 on SQLite, tsvector on PostgreSQL. Titles weigh most, then keywords, summaries, bodies.</summary>
internal static class FullText
{
    public static async Task WriteAsync(PortalDb db, SearchDocumentRow row, CancellationToken cancellation)
    {
        if (db.IsSqlite)
        {
            await RemoveAsync(db, row.Id, cancellation);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO search_text (rowid, title, keywords, summary, body) VALUES ({row.Id}, {row.Title}, {row.Keywords}, {row.Summary}, {row.Body})",
                cancellation);
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE search_document SET vector =
                    setweight(to_tsvector('english', {row.Title}), 'A') || setweight(to_tsvector('english', {row.Keywords}), 'B') ||
                    setweight(to_tsvector('english', {row.Summary}), 'C') || setweight(to_tsvector('english', {row.Body}), 'D')
                WHERE id = {row.Id}
                """,
                cancellation);
        }
    }

    public static async Task RemoveAsync(PortalDb db, long documentId, CancellationToken cancellation)
    {
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_text WHERE rowid = {documentId}", cancellation);
        }
    }

    /// <summary>Adds to the number of documents that have each of the words; a word that no document has any more is dropped.</summary>
    public static async Task CountWordsAsync(PortalDb db, IReadOnlyCollection<string> words, int change, CancellationToken cancellation)
    {
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO search_word (word, documents) SELECT value, {change} FROM json_each({JsonSerializer.Serialize(words)}) WHERE true
                ON CONFLICT (word) DO UPDATE SET documents = documents + {change}
                """,
                cancellation);
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO search_word (word, documents) SELECT unnest({words.ToArray()}), {change}
                ON CONFLICT (word) DO UPDATE SET documents = search_word.documents + {change}
                """,
                cancellation);
        }

        if (change < 0)
        {
            await db.Set<SearchWordRow>().Where(row => words.Contains(row.Word) && row.Documents <= 0).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>The ids of the documents that match, the best first.</summary>
    public static async Task<IReadOnlyList<long>> MatchAsync(
        PortalDb db, IReadOnlyList<string> words, bool all, CancellationToken cancellation)
    {
        if (db.IsSqlite)
        {
            var query = string.Join(all ? " AND " : " OR ", words.Select(word => word.Length > 3 ? $"\"{word}\"*" : $"\"{word}\""));
            return await db.Database.SqlQuery<long>(
                $"SELECT rowid AS \"Value\" FROM search_text WHERE search_text MATCH {query} ORDER BY bm25(search_text, 10.0, 6.0, 3.0, 1.0), rowid")
                .ToListAsync(cancellation);
        }
        else
        {
            var query = string.Join(all ? " & " : " | ", words.Select(word => word.Length > 3 ? $"'{word}':*" : $"'{word}'"));
            return await db.Database.SqlQuery<long>(
                $"""
                SELECT d.id AS "Value" FROM search_document d, to_tsquery('english', {query}) q WHERE d.vector @@ q
                ORDER BY ts_rank(ARRAY[0.1, 0.3, 0.6, 1.0], d.vector, q, 1) DESC, d.id
                """).ToListAsync(cancellation);
        }
    }
}
