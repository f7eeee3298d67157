using LearningDev.Catalogue.Contracts;

namespace LearningDev.Catalogue.Pathways;

/// <summary>Where a person stands in a pathway, in the order in which the page of pathways lists them.</summary>
internal enum PathwayStage
{
    InProgress,
    Completed,
    NotBegun,
}

/// <summary>An entry as pathways name it.</summary>
internal sealed record PathwayLink(string Title, string Url, string Kind, string? Length, string Summary);

/// <summary>What an entry's page tells of pathways.</summary>
/// <param name="Own">The entry's own steps; null for an entry that has none.</param>
/// <param name="PartOf">The pathways that it is a step of, those in progress first.</param>
/// <param name="AlsoPartOf">More pathways that it is a step of.</param>
/// <param name="Slug">The last part of the entry's address.</param>
/// <param name="Completion">What is known of the person's completion; null when they have not done it.</param>
/// <param name="Today">The day it is where the council is.</param>
internal sealed record EntryPathways(
    ShownPathway? Own, IReadOnlyList<PathwayPlace> PartOf, IReadOnlyList<PathwayLink> AlsoPartOf, string Slug, LearningCompletion? Completion, DateOnly Today);

/// <summary>A pathway with the names of its steps.</summary>
internal sealed record ShownPathway(Pathway Pathway, PathwayLink Entry, IReadOnlyList<ShownStep> Steps, PathwayLink? Next);

/// <summary>A step with its name.</summary>
internal sealed record ShownStep(PathwayStepState State, PathwayLink Entry);

/// <summary>The place of an entry in a pathway.</summary>
/// <param name="Pathway">The pathway.</param>
/// <param name="Entry">The pathway's entry.</param>
/// <param name="Number">The step's number, from 1.</param>
/// <param name="Step">The step.</param>
/// <param name="Before">The step before it.</param>
/// <param name="After">The step after it.</param>
/// <param name="Next">The step that the person is to take next.</param>
internal sealed record PathwayPlace(
    Pathway Pathway, PathwayLink Entry, int Number, PathwayStepState Step, PathwayLink? Before, PathwayLink? After, PathwayLink? Next);

/// <summary>A pathway in a list, with what comes next.</summary>
internal sealed record PathwaySummary(PathwayStage Stage, Pathway Pathway, PathwayLink Entry, PathwayLink? Next);

/// <summary>A page of the list of pathways.</summary>
internal sealed record PathwayPage(int Page, int Pages, IReadOnlyList<PathwaySummary> Pathways)
{
    public IEnumerable<PathwaySummary> At(PathwayStage stage) => Pathways.Where(pathway => pathway.Stage == stage);
}

/// <summary>The first of the pathways in progress, and how many there are.</summary>
internal sealed record PathwaysInProgress(int Total, IReadOnlyList<PathwaySummary> Pathways);
