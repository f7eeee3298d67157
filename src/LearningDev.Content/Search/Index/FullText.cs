using System.Data.Common;
using LearningDev.Content.Search.Matching;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Content.Search.Index;

/// <summary>
/// The full-text structure of a database. Each holds the same stems and ranks by the same formula, BM25 (Robertson and Zaragoza 2009) with
/// k1 = 1.2 and b = 0.75, in which a word counts more the higher its field stands.
/// </summary>
internal abstract class FullText
{
    /// <summary>How much a word counts in a title; in a body it counts 1.</summary>
    protected const double TitleWeight = 3;

    /// <summary>How much a word counts among the keywords.</summary>
    protected const double KeywordsWeight = 2;

    /// <summary>How much a word counts in a summary.</summary>
    protected const double SummaryWeight = 1.5;

    /// <summary>How much a word counts in a body.</summary>
    protected const double BodyWeight = 1;

    /// <summary>The full-text structure of a database.</summary>
    public static FullText Of(PortalDb db) => db.IsSqlite ? SqliteFullText.Only : PostgresFullText.Only;

    /// <summary>Writes documents; those of the same ids are replaced.</summary>
    public abstract Task WriteAllAsync(PortalDb db, IReadOnlyCollection<SearchDocumentRow> rows, CancellationToken cancellation);

    /// <summary>Takes a document out.</summary>
    public abstract Task RemoveAsync(PortalDb db, long documentId, CancellationToken cancellation);

    /// <summary>The ids of documents that the structure lacks.</summary>
    public abstract Task<List<long>> MissingAsync(PortalDb db, CancellationToken cancellation);

    /// <summary>Adds to the number of documents that have each of the words.</summary>
    public abstract Task CountWordsAsync(PortalDb db, IReadOnlyCollection<WordCount> changes, long version, CancellationToken cancellation);

    /// <summary>The documents that match, in no order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="query">What is searched for.</param>
    /// <param name="all">True for documents that have all that is wanted, false for those that have any of it.</param>
    /// <param name="size">How large the index is.</param>
    /// <param name="cancellation">Stops the search.</param>
    public abstract Task<List<FullTextMatch>> MatchAsync(PortalDb db, FullTextQuery query, bool all, IndexSize size, CancellationToken cancellation);

    /// <summary>Runs a command through EF Core, so that its interceptors see it, and reads pairs of id and score as they come.</summary>
    protected static async Task<List<FullTextMatch>> ReadAsync(PortalDb db, string sql, IEnumerable<DbParameter> parameters, CancellationToken cancellation)
    {
        var command = db.GetService<IRawSqlCommandBuilder>().Build(sql, parameters, db.Model);
        await using var reader = await command.RelationalCommand.ExecuteReaderAsync(
            new RelationalCommandParameterObject(db.GetService<IRelationalConnection>(), command.ParameterValues, null, db, null), cancellation);
        var rows = reader.DbDataReader;
        List<FullTextMatch> matches = [];
        // Asked once: the answer is not kept, and there may be thousands of rows.
        var isSqlite = db.IsSqlite;
        while (isSqlite ? rows.Read() : await rows.ReadAsync(cancellation))
        {
            matches.Add(new FullTextMatch(rows.GetInt64(0), rows.GetDouble(1)));
        }

        return matches;
    }
}

/// <summary>How many documents the index has, and how many words they have on average.</summary>
internal readonly record struct IndexSize(int Documents, double AverageWords);

/// <summary>A change of the number of documents that have a word.</summary>
internal readonly record struct WordCount(string Word, string Role, int Change);
