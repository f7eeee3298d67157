using System.Text.Json.Serialization;
using LearningDev.Content.Fields;

namespace LearningDev.MembersHub.Requests;

/// <summary>What a member's training request says (MEM-05): the part of that name of its content item. The title is the item's own.</summary>
internal sealed class MemberTrainingRequest
{
    public const string ContentType = nameof(MemberTrainingRequest);

    /// <summary>The fields of the definition that code knows; all others were added by editors.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        nameof(Entry), nameof(Provider), nameof(Link), nameof(StartsOn), nameof(EndsOn), nameof(Role), nameof(Meets), nameof(Funding), nameof(OverReason), nameof(TotalCost), nameof(OverBudgetPounds),
        nameof(HasGroup), nameof(IsWhip), nameof(IsLeader), nameof(WhipVacant), nameof(LeaderVacant), nameof(AskWhip), nameof(AskLeader), nameof(WhipWords), nameof(LeaderWords),
        nameof(IsRecognisedProvider), nameof(Presumption), nameof(SignaturesInOrder), nameof(AgreeAtOnce),
    ];

    /// <summary>The catalogue entry that it is about; none for other training.</summary>
    public ContentPickerField Entry { get; set; } = new();

    public TextField Provider { get; set; } = new();

    public LinkField Link { get; set; } = new();

    public DateField StartsOn { get; set; } = new();

    public DateField EndsOn { get; set; } = new();

    /// <summary>For which of the member's roles it is.</summary>
    public TextField Role { get; set; } = new();

    /// <summary>How it meets a need of that role.</summary>
    public TextField Meets { get; set; } = new();

    /// <summary>One of <see cref="FundingWays"/>.</summary>
    public TextField Funding { get; set; } = new();

    /// <summary>Why it should be agreed over the budget; may be empty.</summary>
    public TextField OverReason { get; set; } = new();

    /// <summary>What the cost lines come to, in pounds. Found out at each saving, like all that follow.</summary>
    public NumericField TotalCost { get; set; } = new();

    /// <summary>By how much it is over the member's budget, in pounds; 0 for what fits and for the corporate budget.</summary>
    public NumericField OverBudgetPounds { get; set; } = new();

    public BooleanField HasGroup { get; set; } = new();

    public BooleanField IsWhip { get; set; } = new();

    public BooleanField IsLeader { get; set; } = new();

    public BooleanField WhipVacant { get; set; } = new();

    public BooleanField LeaderVacant { get; set; } = new();

    /// <summary>True when there is a whip who can sign.</summary>
    public BooleanField AskWhip { get; set; } = new();

    /// <summary>True when there is a leader who can sign.</summary>
    public BooleanField AskLeader { get; set; } = new();

    /// <summary>Why there is no whip who can sign; empty when there is one.</summary>
    public TextField WhipWords { get; set; } = new();

    /// <summary>Why there is no leader who can sign; empty when there is one.</summary>
    public TextField LeaderWords { get; set; } = new();

    public BooleanField IsRecognisedProvider { get; set; } = new();

    /// <summary>What those who sign read of a recognised provider; empty for others.</summary>
    public TextField Presumption { get; set; } = new();

    /// <summary>The setting of that name.</summary>
    public BooleanField SignaturesInOrder { get; set; } = new();

    /// <summary>True when the settings have it agreed at once.</summary>
    public BooleanField AgreeAtOnce { get; set; } = new();

    /// <summary>The costs, which are no field of the definition.</summary>
    public List<CostLine> CostLines { get; set; } = [];

    [JsonIgnore]
    public DateOnly? Starts => StartsOn.Value is { } day ? DateOnly.FromDateTime(day) : null;

    [JsonIgnore]
    public DateOnly? Ends => EndsOn.Value is { } day ? DateOnly.FromDateTime(day) : null;

    [JsonIgnore]
    public long TotalPence => CostLines.Sum(line => line.Pence);
}

/// <summary>Who pays. Code knows these; a council cannot add others.</summary>
internal static class FundingWays
{
    public const string Personal = "personal";
    public const string Corporate = "corporate";
}

/// <summary>Something that has to be paid.</summary>
internal sealed class CostLine
{
    public const int LongestWhat = 200;
    public const int MostLines = 20;

    public string Id { get; set; } = "";

    public string What { get; set; } = "";

    public long Pence { get; set; }
}
