namespace LearningDev.Content.Search.Words;

/// <summary>Words that say nothing by themselves: Snowball's list for English. A search leaves them out unless it has no other words; the index keeps them, for phrases.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> English = [.. """
        a about above after again against all am an and any are as at be because been before being below between both but by
        could did do does doing down during each few for from further had has have having he her here hers herself him himself
        his how i if in into is it its itself me more most my myself no nor not of off on once only or other ought our ours
        ourselves out over own same she should so some such than that the their theirs them themselves then there these they
        this those through to too under until up very was we were what when where which while who whom why with would you your
        yours yourself yourselves
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>True for a word in lower case that says nothing by itself.</summary>
    public static bool Contains(string word) => English.Contains(word);
}
