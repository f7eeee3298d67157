using LearningDev.Content.Items;
using LearningDev.Content.Search;

namespace LearningDev.Catalogue.Contracts;

/// <summary>
/// Suggests learning to a person for one kind of reason, such as the person's level, plan or mandatory needs (CAT-08). Modules add theirs to the
/// services. A source need not look whether the person may see an entry, has done it or does not want it: that is done for all of them.
/// It asks the database the same number of times for everybody, and suggests a few entries rather than all that would fit.
/// </summary>
public interface IRecommendationSource
{
    /// <summary>Finds what to suggest.</summary>
    Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation);
}

/// <summary>An entry that is suggested, with the reason.</summary>
/// <param name="ContentItemId">The id of the entry's content item.</param>
/// <param name="Reason">The reason in plain words, for example "For your level: Team leader".</param>
/// <param name="Strength">How strong the reason is, by <see cref="RecommendationStrength"/>; entries with stronger reasons come first.</param>
/// <param name="Note">What a person has written to go with it; empty for nothing.</param>
public sealed record Recommendation(string ContentItemId, string Reason, int Strength, string Note = "")
{
    /// <summary>True when the person must do it, and so cannot put the suggestion aside.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>True when a person has recommended it, so that it stays when it has been saved.</summary>
    public bool IsPersonal { get; init; }
}

/// <summary>How strong reasons are, so that sources of several modules agree. Values between these may be used.</summary>
public static class RecommendationStrength
{
    /// <summary>The person must do it.</summary>
    public const int Mandatory = 1000;

    /// <summary>A colleague has recommended it.</summary>
    public const int Colleague = 800;

    /// <summary>It meets a need that the person's plan names.</summary>
    public const int Plan = 700;

    /// <summary>It comes next in something that the person has begun.</summary>
    public const int NextStep = 600;

    /// <summary>It is like something that the person has chosen.</summary>
    public const int Similar = 500;

    /// <summary>It is meant for the person's level.</summary>
    public const int Level = 400;

    /// <summary>It is new in a topic of the person's.</summary>
    public const int NewInTopic = 300;

    /// <summary>Many around the person have chosen it.</summary>
    public const int Popular = 200;

    /// <summary>It is there for everyone.</summary>
    public const int Anyone = 100;
}

/// <summary>The person whom something is suggested to.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="RoleLevel">The key of the person's role level; empty when there is none.</param>
/// <param name="Search">The person as a reader of restricted entries.</param>
/// <param name="Saved">What the person has saved for later and may see, the newest first; a few of them.</param>
/// <param name="Settled">The ids of what the person has saved, has done or does not want.</param>
public sealed record RecommendationReader(
    string PersonId, string RoleLevel, SearchReader Search, IReadOnlyList<ContentItem> Saved, IReadOnlySet<string> Settled);
