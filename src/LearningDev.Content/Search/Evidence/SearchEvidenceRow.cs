namespace LearningDev.Content.Search.Evidence;

/// <summary>How often something was searched for on a day, by anybody: nothing says by whom (CAT-04).</summary>
internal sealed class SearchEvidenceRow
{
    /// <summary>The most characters of a search that are kept.</summary>
    public const int MaximumLength = 100;

    public required string Collection { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>What was typed, in small letters and with single spaces.</summary>
    public required string Text { get; init; }

    public int Searches { get; set; }

    /// <summary>How many of the searches found nothing.</summary>
    public int WithoutResult { get; set; }

    /// <summary>How often a result was opened.</summary>
    public int Clicks { get; set; }
}
