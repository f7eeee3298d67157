using System.Text.Json.Serialization;
using LearningDev.Content.Fields;

namespace LearningDev.Funding.Requests;

/// <summary>What a training request says (FUN-01): the part of that name of its content item. The title is the item's own.</summary>
internal sealed class TrainingRequest
{
    public const string ContentType = nameof(TrainingRequest);

    /// <summary>The fields of the definition that code knows; all others were added by editors.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        nameof(Entry), nameof(Provider), nameof(Link), nameof(IsQualification), nameof(QualificationLevel), nameof(IsCpd), nameof(BusinessCase), nameof(Outcomes), nameof(Classification),
        nameof(StartsOn), nameof(EndsOn), nameof(TotalCost), nameof(Examinations), nameof(StudyLeaveDays), nameof(FundingSource), nameof(InPlan), nameof(AboveLimit),
    ];

    /// <summary>The catalogue entry that it is about; none for learning that is described.</summary>
    public ContentPickerField Entry { get; set; } = new();

    public TextField Provider { get; set; } = new();

    public LinkField Link { get; set; } = new();

    /// <summary>Null as long as it is not answered.</summary>
    public BooleanField? IsQualification { get; set; }

    public TextField QualificationLevel { get; set; } = new();

    /// <summary>Whether it is continuing professional development (FUN-08); null as long as it is not answered.</summary>
    public BooleanField? IsCpd { get; set; }

    public TextField BusinessCase { get; set; } = new();

    public TextField Outcomes { get; set; } = new();

    public TextField Classification { get; set; } = new();

    public DateField StartsOn { get; set; } = new();

    public DateField EndsOn { get; set; } = new();

    /// <summary>What the cost lines come to, in pounds; empty as long as costs are not answered.</summary>
    public NumericField TotalCost { get; set; } = new();

    /// <summary>How many examinations are taken for the first time; empty as long as it is not answered.</summary>
    public NumericField Examinations { get; set; } = new();

    /// <summary>Days of study leave that follow from it.</summary>
    public NumericField StudyLeaveDays { get; set; } = new();

    public TextField FundingSource { get; set; } = new();

    /// <summary>Whether it stands in the Annual Team Development Plan; null as long as it is not answered.</summary>
    public BooleanField? InPlan { get; set; }

    /// <summary>Whether the cost is above the limit of the settings, which sends it the longer way (FUN-03). Found out at each saving.</summary>
    public BooleanField? AboveLimit { get; set; }

    /// <summary>The costs, which are no field of the definition.</summary>
    public List<CostLine> CostLines { get; set; } = [];

    /// <summary>The first day; null for none.</summary>
    [JsonIgnore]
    public DateOnly? Starts => StartsOn.Value is { } day ? DateOnly.FromDateTime(day) : null;

    /// <summary>The last day; null for none.</summary>
    [JsonIgnore]
    public DateOnly? Ends => EndsOn.Value is { } day ? DateOnly.FromDateTime(day) : null;
}

/// <summary>Something that has to be paid.</summary>
internal sealed class CostLine
{
    public const int LongestWhat = 200;
    public const int MostLines = 50;
    public const decimal Most = 1_000_000;

    public string Id { get; set; } = "";

    /// <summary>The key of a kind of the settings.</summary>
    public string Kind { get; set; } = "";

    public string What { get; set; } = "";

    /// <summary>In pounds, with two decimals at most.</summary>
    public decimal Amount { get; set; }
}
