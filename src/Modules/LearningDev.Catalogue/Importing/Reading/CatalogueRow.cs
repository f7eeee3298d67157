namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>What a row of a catalogue can say of a piece of learning, whatever the file's format.</summary>
internal enum RowField
{
    Key,
    Title,
    Summary,
    Description,
    Outcomes,
    HowToAccess,
    Url,
    Kind,
    Topics,
    Classification,
    Pillar,
    SeventyTwentyTen,
    Audience,
    GradeFrom,
    GradeTo,
    Format,
    Minutes,
    DurationNote,
    Cost,
    CostTo,
    CostNote,
    FundedBy,
    Provider,
    Level,
    AwardingBody,
    CpdHours,
    Keywords,
    Subject,
    Language,
    Note,
    Source,
    Owner,
    QualityAssurance,
    ReviewBy,
    Roles,
    Status,
}

/// <summary>A row of a catalogue as it was read: texts by field, and the place where a person finds it in the file.</summary>
/// <param name="place">For example "line 12" or "course 3 (SvEcj5NvQKuUsk8PJhwb-g)".</param>
internal sealed class CatalogueRow(string place)
{
    private readonly Dictionary<RowField, (string Name, List<string> Values)> fields = [];

    public string Place { get; } = place;

    /// <summary>What the reader already found wrong.</summary>
    public List<ImportFault> Faults { get; } = [];

    /// <summary>Takes a value; empty ones are as if they were not there.</summary>
    /// <param name="field">What it says.</param>
    /// <param name="value">The value as the file has it.</param>
    /// <param name="name">What the file calls it, for example "column “Cost”".</param>
    public void Add(RowField field, string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        if (!fields.TryGetValue(field, out var known))
        {
            fields[field] = known = (name, []);
        }

        known.Values.Add(value.Trim());
    }

    /// <summary>Takes a value where the row has none of its own.</summary>
    public void AddDefault(RowField field, string value, string name)
    {
        if (!fields.ContainsKey(field))
        {
            Add(field, value, name);
        }
    }

    public bool Has(RowField field) => fields.ContainsKey(field);

    /// <summary>The first value; null when there is none.</summary>
    public string? One(RowField field) => fields.TryGetValue(field, out var known) ? known.Values[0] : null;

    public IReadOnlyList<string> All(RowField field) => fields.TryGetValue(field, out var known) ? known.Values : [];

    /// <summary>Notes what is wrong with a field.</summary>
    public void Fault(RowField field, string message) =>
        Faults.Add(new ImportFault(Place, fields.TryGetValue(field, out var known) ? known.Name : "", message));
}

/// <summary>Something that is wrong with a row, or worth knowing about it.</summary>
/// <param name="Place">Where the row is found in the file.</param>
/// <param name="Field">What the file calls the field; empty when it is about the whole row.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ImportFault(string Place, string Field, string Message)
{
    public override string ToString() => Field.Length == 0 ? $"{Place}: {Message}" : $"{Place}, {Field}: {Message}";
}

/// <summary>What a file holds.</summary>
/// <param name="Format">The format that it was read as.</param>
/// <param name="Rows">The rows, in the order of the file.</param>
/// <param name="Warnings">What is worth knowing of the file as a whole.</param>
internal sealed record CatalogueFile(string Format, IReadOnlyList<CatalogueRow> Rows, IReadOnlyList<string> Warnings);

/// <summary>A file cannot be read as a catalogue at all.</summary>
internal sealed class CatalogueFileException(string message, Exception? inner = null) : Exception(message, inner);
