using System.Text.Json.Serialization;

namespace LearningDev.Content.Definitions.Upkeep;

/// <summary>What is done with each version of the items of some types.</summary>
[JsonDerivedType(typeof(ChangedKind), "kind")]
[JsonDerivedType(typeof(MergedTerm), "term")]
internal abstract record ItemChange;

/// <summary>A field became another kind.</summary>
/// <param name="Part">The part's name.</param>
/// <param name="From">The field as it was.</param>
/// <param name="To">The field as it is.</param>
/// <param name="FromVersion">The version of the part's definition that had it so.</param>
/// <param name="ToVersion">The version that has it now.</param>
/// <param name="UndoesTo">The earlier version that is restored; null for a change that goes on.</param>
internal sealed record ChangedKind(string Part, ContentFieldDefinition From, ContentFieldDefinition To, int FromVersion, int ToVersion, int? UndoesTo = null) : ItemChange;

/// <summary>A term became part of another.</summary>
/// <param name="TermId">The term that goes.</param>
/// <param name="Name">Its name.</param>
/// <param name="IntoId">The term that takes its place.</param>
/// <param name="IntoName">Its name.</param>
internal sealed record MergedTerm(string TermId, string Name, string IntoId, string IntoName) : ItemChange;
