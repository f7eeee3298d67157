using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Fields;

namespace LearningDev.MembersHub.Cycle;

/// <summary>A strategy, an induction plan or a development plan for members, as Democratic Services write it (MEM-07): a part of its content item, to which they may add fields.</summary>
internal sealed class MemberDevelopmentDocument
{
    /// <summary>What it is: "strategy", "induction-plan" or "development-plan".</summary>
    public TextField Kind { get; set; } = new();

    /// <summary>The year of the election with which its cycle begins.</summary>
    public NumericField ElectionYear { get; set; } = new();

    /// <summary>The year of the cycle that a development plan is for, from 2.</summary>
    public NumericField PlanYear { get; set; } = new();

    public TextField Summary { get; set; } = new();

    public MediaField Files { get; set; } = new();

    /// <summary>Which document of its cycle it is; null while the fields do not say it.</summary>
    public DocumentPlace? Place => Kind.Text switch
    {
        "strategy" => new DocumentPlace(DocumentKind.Strategy, 1),
        "induction-plan" => new DocumentPlace(DocumentKind.InductionPlan, 1),
        "development-plan" when PlanYear.Value is >= 2 and <= 10 and var year => new DocumentPlace(DocumentKind.DevelopmentPlan, (int)year),
        _ => null,
    };

    /// <summary>The fields and choices that code reads.</summary>
    public static DefinitionReliance Reliance(string moduleId) => new(moduleId, nameof(MemberDevelopmentDocument), nameof(Kind), nameof(ElectionYear), nameof(PlanYear), nameof(Summary), nameof(Files))
    {
        Values = new Dictionary<string, IReadOnlyCollection<string>> { [nameof(Kind)] = ["strategy", "induction-plan", "development-plan"] },
    };
}
