using System.Text;
using LearningDev.Content.Search.Matching;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LearningDev.Content.Search.Index;

/// <summary>
/// The column search_document.vector says which documents match a query of several words or a phrase; the table search_posting has what
/// BM25 needs of each stem in each document, because PostgreSQL's own ts_rank knows neither how rare a word is nor how long documents are.
/// </summary>
internal sealed class PostgresFullText : FullText
{
    public static readonly PostgresFullText Only = new();

    // A vector keeps places up to 16,383. Fields stand apart, so that no phrase reaches from one into the next.
    private const int LastPlace = 16_383;
    private const int GapBetweenFields = 10;

    public override async Task WriteAllAsync(PortalDb db, IReadOnlyCollection<SearchDocumentRow> rows, CancellationToken cancellation)
    {
        List<long> ids = [];
        List<string> vectors = [];
        List<(string Term, long DocumentId, float Frequency, int Words)> postings = [];
        foreach (var row in rows)
        {
            var (vector, frequencies) = Read(row);
            ids.Add(row.Id);
            vectors.Add(vector);
            postings.AddRange(frequencies.Select(frequency => (frequency.Key, row.Id, frequency.Value, row.WordCount)));
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM search_posting WHERE document_id = ANY({ids})", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE search_document SET vector = written.vector::tsvector
            FROM unnest({ids}, {vectors}) AS written (id, vector) WHERE search_document.id = written.id
            """,
            cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_posting (term, document_id, frequency, words)
            SELECT * FROM unnest(
                {postings.ConvertAll(posting => posting.Term)}, {postings.ConvertAll(posting => posting.DocumentId)},
                {postings.ConvertAll(posting => posting.Frequency)}, {postings.ConvertAll(posting => posting.Words)})
            """,
            cancellation);
    }

    public override Task<List<long>> MissingAsync(PortalDb db, CancellationToken cancellation) => db.Database.SqlQuery<long>(
        $"SELECT id AS \"Value\" FROM search_document WHERE vector IS NULL").ToListAsync(cancellation);

    // The postings go with the row of the document.
    public override Task RemoveAsync(PortalDb db, long documentId, CancellationToken cancellation) => Task.CompletedTask;

    public override Task CountWordsAsync(PortalDb db, IReadOnlyCollection<WordCount> changes, long version, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_word (word, role, documents, version)
            SELECT word, role, change, {version}
            FROM unnest({changes.Select(change => change.Word).ToArray()}, {changes.Select(change => change.Role).ToArray()}, {changes.Select(change => change.Change).ToArray()}) AS t (word, role, change)
            ON CONFLICT (word, role) DO UPDATE SET documents = search_word.documents + excluded.documents, version = excluded.version
            """,
            cancellation);

    public override Task<List<FullTextMatch>> MatchAsync(
        PortalDb db, FullTextQuery query, bool all, IndexSize size, CancellationToken cancellation)
    {
        var times = query.Required.Concat(query.Wanted).SelectMany(clause => clause.Alternatives).SelectMany(term => term.Stems)
            .CountBy(stem => stem).ToList();
        var filtered = all || query.Required.Count > 0 || query.Excluded.Count > 0
            || query.Wanted.SelectMany(clause => clause.Alternatives).Any(term => term.Stems.Count > 1);
        List<NpgsqlParameter> parameters =
        [
            new("terms", times.Select(pair => pair.Key).ToArray()),
            new("times", times.Select(pair => (double)pair.Value).ToArray()),
            new("documents", (double)size.Documents),
            new("average", Math.Max(1, size.AverageWords)),
        ];
        var telling = !all && query.HasCommonWords;
        if (filtered)
        {
            parameters.Add(new("query", Expression(query, all)));
        }

        if (telling)
        {
            parameters.Add(new("telling", string.Join(" | ", query.Telling.Select(Group))));
        }

        return ReadAsync(
            db,
            $"""
            SELECT p.document_id, sum(w.weight * p.frequency * 2.2 / (p.frequency + 1.2 * (0.25 + 0.75 * p.words / @average)))
            FROM (
                SELECT t.term, t.times * greatest(ln((@documents - c.documents + 0.5) / (c.documents + 0.5)), 0.000001) AS weight
                FROM unnest(@terms, @times) AS t (term, times),
                LATERAL (SELECT least(count(*), @documents) AS documents FROM search_posting q WHERE q.term = t.term) c) w
            JOIN search_posting p ON p.term = w.term
            WHERE true
            {(filtered ? "AND p.document_id IN (SELECT id FROM search_document WHERE vector @@ @query::tsquery)" : "")}
            {(telling ? "AND p.document_id IN (SELECT id FROM search_document WHERE vector @@ @telling::tsquery)" : "")}
            GROUP BY p.document_id
            """,
            parameters, cancellation);
    }

    /// <summary>The query in the language of tsquery. Stems are letters and digits only, so that quotation marks are all the care they need.</summary>
    internal static string Expression(FullTextQuery query, bool all)
    {
        var required = query.Required.Select(Group).ToList();
        var wanted = query.Wanted.Select(Group).ToList();
        var expression = all || wanted.Count == 0
            ? string.Join(" & ", required.Concat(wanted))
            : string.Join(" & ", required.Append($"({string.Join(" | ", required.Concat(wanted))})"));
        return string.Join(" & ", query.Excluded.Select(clause => $"!{Group(clause)}").Prepend($"({expression})"));
    }

    private static string Group(SearchClause clause) => $"({string.Join(" | ", clause.Alternatives.Select(term =>
        $"({string.Join(term.InOrder ? " <-> " : " & ", term.Stems.Select(stem => $"'{stem}'"))})"))})";

    private static (string Vector, Dictionary<string, float> Frequencies) Read(SearchDocumentRow row)
    {
        Dictionary<string, List<int>> places = [];
        Dictionary<string, float> frequencies = [];
        var place = 0;
        foreach (var (text, weight) in new[] { (row.Title, TitleWeight), (row.Keywords, KeywordsWeight), (row.Summary, SummaryWeight), (row.Body, BodyWeight) })
        {
            foreach (var word in SearchWords.In(text))
            {
                var stem = Stems.Of(word.Text);
                place++;
                frequencies[stem] = frequencies.GetValueOrDefault(stem) + (float)weight;
                if (!places.TryGetValue(stem, out var own))
                {
                    places[stem] = own = [];
                }

                if (place <= LastPlace)
                {
                    own.Add(place);
                }
            }

            place += GapBetweenFields;
        }

        var vector = new StringBuilder();
        foreach (var (stem, own) in places)
        {
            vector.Append('\'').Append(stem).Append("':").AppendJoin(',', own.Count == 0 ? [LastPlace] : own).Append(' ');
        }

        return (vector.ToString(), frequencies);
    }
}
