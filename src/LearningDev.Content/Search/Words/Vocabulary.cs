namespace LearningDev.Content.Search.Words;

/// <summary>A word as the index counts it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Role">The role whose documents are counted; empty for documents that everybody may see.</param>
/// <param name="Documents">How many documents have it.</param>
internal readonly record struct KnownWord(string Word, string Role, int Documents);

/// <summary>
/// The words of the index with the number of documents that have them, for those that everybody may see and for each role apart, so
/// that a mended spelling never tells of what the reader may not see. A vocabulary never changes.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<(string Word, string Role), int> words;
    private readonly Dictionary<(string Stem, string Role), int> stems;
    private readonly HashSet<string> roles;

    private Vocabulary(
        Dictionary<(string Word, string Role), int> words, Dictionary<(string Stem, string Role), int> stems, HashSet<string> roles, NearWords near)
    {
        this.words = words;
        this.stems = stems;
        this.roles = roles;
        Near = near;
    }

    /// <summary>A vocabulary without words.</summary>
    public static Vocabulary Empty => new([], [], [""], new NearWords());

    /// <summary>Finds words by how alike they are; shared by all later vocabularies, and so may hold words that no document has any more.</summary>
    public NearWords Near { get; }

    /// <summary>The vocabulary after some counts have changed.</summary>
    public Vocabulary With(IReadOnlyCollection<KnownWord> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var next = new Vocabulary(new(words), new(stems), [.. roles, .. changes.Select(change => change.Role).Distinct()], Near);
        foreach (var (word, role, documents) in changes)
        {
            var stem = (Stems.Of(word), role);
            next.stems[stem] = next.stems.GetValueOrDefault(stem) + documents - next.words.GetValueOrDefault((word, role));
            if (documents > 0)
            {
                next.words[(word, role)] = documents;
            }
            else
            {
                next.words.Remove((word, role));
            }
        }

        Near.Add(changes.Where(change => change.Documents > 0).Select(change => change.Word));
        return next;
    }

    /// <summary>True when a document that the reader may see has a form of the word.</summary>
    public bool HasStem(string word, SearchReader reader) => CountOfStem(Stems.Of(word), reader) > 0;

    /// <summary>About how many documents that the reader may see have a form of a word, given by its stem; never too few.</summary>
    public int CountOfStem(string stem, SearchReader reader) => Count(stems, stem, reader);

    /// <summary>How many documents that the reader may see have the word, about.</summary>
    public int CountOf(string word, SearchReader reader) => Count(words, word, reader);

    private int Count(Dictionary<(string, string), int> counts, string word, SearchReader reader)
    {
        var count = counts.GetValueOrDefault((word, ""));
        foreach (var role in reader.SeesEverything ? roles : reader.Roles)
        {
            count += role.Length > 0 ? counts.GetValueOrDefault((word, role)) : 0;
        }

        return count;
    }
}
