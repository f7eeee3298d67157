namespace LearningDev.MembersHub.Plans;

/// <summary>Where a member stands with their plan. The order is that of lists.</summary>
internal enum PlanStage
{
    /// <summary>It should have been completed by now.</summary>
    Overdue,

    /// <summary>It is to be completed.</summary>
    Due,

    /// <summary>It is complete, and its review should have been by now.</summary>
    ReviewOverdue,

    /// <summary>It is complete, and its review is due soon.</summary>
    ReviewDue,

    /// <summary>It is complete.</summary>
    Complete,
}

/// <summary>Where a member stands with their plan on a day (MEM-03). Nothing here reads the database.</summary>
/// <param name="Stage">Where.</param>
/// <param name="DueOn">The last day for what is next: completing it, or looking at it again.</param>
internal readonly record struct PlanStanding(PlanStage Stage, DateOnly DueOn)
{
    /// <summary>True when the plan of the term is complete.</summary>
    public bool IsComplete => Stage is not (PlanStage.Due or PlanStage.Overdue);

    /// <summary>True when the member can use the training budget.</summary>
    public bool OpensBudget(MemberPlanSettings settings) => IsComplete && !(settings.LapsedReviewClosesBudget && Stage == PlanStage.ReviewOverdue);

    /// <summary>Says where a member stands.</summary>
    /// <param name="termFrom">The first day of the term. A plan of an earlier term does not count.</param>
    /// <param name="completedOn">When the plan was last completed; null for never.</param>
    /// <param name="today">The day.</param>
    /// <param name="settings">The rules.</param>
    public static PlanStanding Of(DateOnly termFrom, DateOnly? completedOn, DateOnly today, MemberPlanSettings settings)
    {
        if (completedOn is not { } completed || completed < termFrom)
        {
            var due = termFrom.AddDays(settings.DueDays);
            return new PlanStanding(today > due ? PlanStage.Overdue : PlanStage.Due, due);
        }

        var review = completed.AddMonths(settings.ReviewMonths);
        return new PlanStanding(today > review ? PlanStage.ReviewOverdue : today >= review.AddDays(-settings.RemindDays) ? PlanStage.ReviewDue : PlanStage.Complete, review);
    }

    /// <summary>What people read, without a full stop.</summary>
    public string Words => Stage switch
    {
        PlanStage.Overdue => "Overdue",
        PlanStage.Due => "To be completed",
        PlanStage.ReviewOverdue => "Complete, review overdue",
        PlanStage.ReviewDue => "Complete, review due",
        _ => "Complete",
    };

    public string Colour => Stage switch
    {
        PlanStage.Overdue => "red",
        PlanStage.ReviewOverdue or PlanStage.ReviewDue => "yellow",
        PlanStage.Due => "blue",
        _ => "green",
    };
}
