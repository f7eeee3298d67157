using LearningDev.Content.Fields;

namespace LearningDev.Catalogue.Entries;

/// <summary>What every catalogue entry carries (CAT-02). The part's definition, with its choices, is the editors' to extend.</summary>
internal sealed class LearningPart
{
    public TextField Summary { get; set; } = new();

    public TaxonomyField Topics { get; set; } = new();

    public TextField Classification { get; set; } = new();

    public TextField Pillar { get; set; } = new();

    public TextField SeventyTwentyTen { get; set; } = new();

    public MultiTextField Audience { get; set; } = new();

    public TextField GradeFrom { get; set; } = new();

    public TextField GradeTo { get; set; } = new();

    public MultiTextField Formats { get; set; } = new();

    public NumericField DurationMinutes { get; set; } = new();

    public TextField DurationNote { get; set; } = new();

    public NumericField CostFrom { get; set; } = new();

    public NumericField CostTo { get; set; } = new();

    public TextField CostNote { get; set; } = new();

    public TextField FundedBy { get; set; } = new();

    public ContentPickerField Provider { get; set; } = new();

    public NumericField QualificationLevel { get; set; } = new();

    public TextField AwardingBody { get; set; } = new();

    public NumericField CpdHours { get; set; } = new();

    public MultiTextField CouncilValues { get; set; } = new();

    public MultiTextField Priorities { get; set; } = new();

    public MarkdownField Outcomes { get; set; } = new();

    public MarkdownField HowToAccess { get; set; } = new();

    public MediaField Documents { get; set; } = new();

    public TextField Keywords { get; set; } = new();
}

/// <summary>The fields that some kinds of learning have of their own; each kind holds those it has under its own name.</summary>
internal sealed class KindPart
{
    public LinkField? Launch { get; set; }

    public LinkField? Website { get; set; }

    public LinkField? Link { get; set; }

    public ContentPickerField? Steps { get; set; }

    public ContentPickerField? OptionalSteps { get; set; }

    public NumericField? OptionalWanted { get; set; }

    public TextField? Reference { get; set; }

    public TextField? EventKind { get; set; }

    public TextField? ResourceKind { get; set; }

    public TextField? OpportunityKind { get; set; }
}

/// <summary>Who provides learning.</summary>
internal sealed class Provider
{
    public LinkField Website { get; set; } = new();

    public BooleanField Recognised { get; set; } = new();

    /// <summary>How it stands to the council: "in-house", "commissioned", "external", or empty.</summary>
    public TextField Relation { get; set; } = new();

    public MarkdownField About { get; set; } = new();

    /// <summary>How it uses an inclusive range of development tools.</summary>
    public MarkdownField InclusiveTools { get; set; } = new();

    /// <summary>How far the council's check of it is: "not-checked", "approved", "conditions", "stopped", or empty.</summary>
    public TextField QualityState { get; set; } = new();

    public DateField QualityCheckedOn { get; set; } = new();

    /// <summary>What was checked and found, for those who look after the catalogue.</summary>
    public MarkdownField QualityRecord { get; set; } = new();

    /// <summary>Who looks after the contract.</summary>
    public UserPickerField ContractOwner { get; set; } = new();

    public TextField ContractReference { get; set; } = new();

    /// <summary>The day by which the contract is reviewed.</summary>
    public DateField ContractReviewBy { get; set; } = new();
}
