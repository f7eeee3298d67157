using LearningDev.Content.Editing.Forms;

namespace LearningDev.Content.Editing.Fields.Picking;

/// <summary>A kind of field whose values are found by searching, because there are too many for a list.</summary>
internal interface IPicker
{
    /// <summary>The kind of field, for example "ContentPickerField".</summary>
    string Field { get; }

    /// <summary>Finds what can be chosen.</summary>
    /// <param name="place">The field.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<PickMatches> FindAsync(FieldPlace place, string words, CancellationToken cancellation);
}

/// <summary>Something that can be chosen, or is.</summary>
/// <param name="Id">What the field keeps.</param>
/// <param name="Name">What people read.</param>
/// <param name="Note">What tells it from others of the name: the type, the job title, that it is removed.</param>
internal sealed record Pick(string Id, string Name, string Note)
{
    /// <summary>Nothing: the row that the script copies.</summary>
    public static readonly Pick None = new("", "", "");

    /// <summary>The name, and the note in brackets.</summary>
    public string Words => Note.Length == 0 ? Name : $"{Name} ({Note})";
}

/// <summary>What was found.</summary>
/// <param name="Picks">The best first.</param>
/// <param name="HasMore">True when there is more than is listed.</param>
internal sealed record PickMatches(IReadOnlyList<Pick> Picks, bool HasMore)
{
    /// <summary>How many are listed at most.</summary>
    public const int Most = 20;

    public static readonly PickMatches None = new([], HasMore: false);

    /// <summary>Takes no more than are listed out of one more than that.</summary>
    public static PickMatches Of(IReadOnlyList<Pick> found) => new([.. found.Take(Most)], found.Count > Most);
}
