using System.ComponentModel.DataAnnotations;

namespace LearningDev.Workflows.Conditions;

/// <summary>Conditions that hold together or of which one is enough; groups can stand in groups. An empty group always holds.</summary>
public sealed class ConditionGroup
{
    /// <summary>Whether all must hold, or any one is enough.</summary>
    public ConditionMatch Match { get; set; }

    /// <summary>The conditions.</summary>
    public List<Condition> Conditions { get; set; } = [];

    /// <summary>Groups of conditions, each of which counts as one.</summary>
    public List<ConditionGroup> Groups { get; set; } = [];

    /// <summary>True when there is nothing in it.</summary>
    internal bool IsEmpty => Conditions.Count == 0 && Groups.TrueForAll(group => group.IsEmpty);

    /// <summary>All conditions, those of groups inside included.</summary>
    internal IEnumerable<Condition> All => Conditions.Concat(Groups.SelectMany(group => group.All));
}

/// <summary>How the conditions of a group are taken together.</summary>
public enum ConditionMatch
{
    /// <summary>All must hold.</summary>
    [Display(Name = "All of these")]
    All,

    /// <summary>One is enough.</summary>
    [Display(Name = "Any of these")]
    Any,
}

/// <summary>A condition: what a field must be.</summary>
public sealed class Condition
{
    /// <summary>The field, as <see cref="WorkflowFields"/> lists them, for example "TrainingRequestPart.Cost" or "case.Amount".</summary>
    public string Field { get; set; } = "";

    /// <summary>How it is compared.</summary>
    public ConditionOperator Operator { get; set; }

    /// <summary>
    /// What it is compared with: a text, a number such as "1000.50", a day such as "2026-11-30", "today" or "today+14", true or false, user names of people (or "owner"), ids or
    /// names of terms. Several for <see cref="ConditionOperator.IsAnyOf"/> and <see cref="ConditionOperator.IsNoneOf"/>; empty for the operators that need none.
    /// </summary>
    public List<string> Values { get; set; } = [];
}

/// <summary>How a field is compared.</summary>
public enum ConditionOperator
{
    /// <summary>It is the value.</summary>
    [Display(Name = "is")]
    Is,

    /// <summary>It is something else, or nothing.</summary>
    [Display(Name = "is not")]
    IsNot,

    /// <summary>It is one of the values, or one of its values is.</summary>
    [Display(Name = "is any of")]
    IsAnyOf,

    /// <summary>None of the values is in it.</summary>
    [Display(Name = "is none of")]
    IsNoneOf,

    /// <summary>The text has the value in it; of terms and people, the value is among them.</summary>
    [Display(Name = "contains")]
    Contains,

    /// <summary>A number is greater, or a day is later.</summary>
    [Display(Name = "is more than")]
    IsMoreThan,

    /// <summary>A number is as great or greater, or a day is the same or later.</summary>
    [Display(Name = "is at least")]
    IsAtLeast,

    /// <summary>A number is smaller, or a day is earlier.</summary>
    [Display(Name = "is less than")]
    IsLessThan,

    /// <summary>A number is as small or smaller, or a day is the same or earlier.</summary>
    [Display(Name = "is at most")]
    IsAtMost,

    /// <summary>Something is filled in.</summary>
    [Display(Name = "is filled in")]
    IsFilledIn,

    /// <summary>Nothing is filled in.</summary>
    [Display(Name = "is empty")]
    IsEmpty,
}

/// <summary>A way that a switch can take.</summary>
public sealed class SwitchCase
{
    /// <summary>Its name, which is its outcome.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it is taken; the first whose conditions hold is.</summary>
    public ConditionGroup When { get; set; } = new();
}
