using LearningDev.Content.Editing.Bulk.Keeping;

namespace LearningDev.Content.Editing.Bulk.Working;

/// <summary>What becomes of an item, and why.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Words">What happens, or why it does not, without a full stop.</param>
internal sealed record BulkVerdict(BulkOutcome Outcome, string Words)
{
    public static BulkVerdict Ready(string words) => new(BulkOutcome.Ready, words);

    public static BulkVerdict Unchanged(string words) => new(BulkOutcome.Unchanged, words);

    public static BulkVerdict Refused(string words) => new(BulkOutcome.Refused, words);

    public static BulkVerdict Refused(IEnumerable<string> reasons) => new(BulkOutcome.Refused, Shortened(string.Join(". ", reasons.Distinct())));

    private static string Shortened(string words) => words.Length <= BulkItem.ReasonLength ? words : $"{words[..(BulkItem.ReasonLength - 1)]}…";
}
