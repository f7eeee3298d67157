using LearningDev.Catalogue.Importing.Reading;

namespace LearningDev.Catalogue.Importing;

/// <summary>How a catalogue is imported.</summary>
internal sealed record ImportOptions
{
    /// <summary>The name of where the catalogue comes from. With a row's key it makes the entry's id, so it must stay the same from one import to the next.</summary>
    public required string Source { get; init; }

    /// <summary>Nothing is written; only what would be done is told.</summary>
    public bool Preview { get; init; }

    /// <summary>Entries that people have changed here are written over too.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Nothing is written when a single row is refused.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>Values for the rows that have none of their own.</summary>
    public IReadOnlyList<KeyValuePair<RowField, string>> Defaults { get; init; } = [];
}

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    Added,
    Updated,
    Unchanged,

    /// <summary>Left as it is, because somebody here has changed, withdrawn or removed the entry since.</summary>
    Kept,
    Refused,
}

/// <summary>A row with what became of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">What became of it, or would.</param>
/// <param name="Notes">What is wrong with it, or worth knowing.</param>
internal sealed record RowResult(CatalogueRow Row, RowOutcome Outcome, IReadOnlyList<ImportFault> Notes);

/// <summary>What became of a whole catalogue.</summary>
internal sealed class ImportResult
{
    private readonly Dictionary<RowOutcome, int> counts = [];

    /// <summary>How many rows ended so.</summary>
    public int this[RowOutcome outcome] => counts.GetValueOrDefault(outcome);

    /// <summary>How many entries were written.</summary>
    public int Written => this[RowOutcome.Added] + this[RowOutcome.Updated];

    public void Count(RowOutcome outcome) => counts[outcome] = this[outcome] + 1;
}
