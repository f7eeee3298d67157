using System.Linq.Expressions;

namespace LearningDev.Coaching.Coaches;

/// <summary>Until when supervision and qualifications hold (COA-01).</summary>
internal static class Standing
{
    /// <summary>The earliest day of supervision that still holds today.</summary>
    public static DateOnly EarliestSupervision(DateOnly today, int months) => today.AddMonths(-months);

    /// <summary>The last day on which supervision holds. At the ends of months, which are of different length, it is the later day.</summary>
    public static DateOnly SupervisionHoldsUntil(DateOnly last, int months)
    {
        var until = last.AddMonths(months);
        while (EarliestSupervision(until.AddDays(1), months) <= last)
        {
            until = until.AddDays(1);
        }

        return until;
    }

    /// <summary>Coaches whose supervision and qualification hold today.</summary>
    public static Expression<Func<CoachRow, bool>> Holds(DateOnly today, int months)
    {
        var earliest = EarliestSupervision(today, months);
        return row => row.LastSupervisionOn >= earliest && (row.QualificationExpiresOn == null || row.QualificationExpiresOn >= today);
    }

    /// <summary>What is to be renewed, and until when it holds; empty for nothing.</summary>
    public static IReadOnlyList<Lapse> Of(CoachRow coach, int months) =>
    [
        .. coach.LastSupervisionOn is { } last ? [new Lapse(LapseKind.Supervision, SupervisionHoldsUntil(last, months))] : Array.Empty<Lapse>(),
        .. coach.QualificationExpiresOn is { } expires ? [new Lapse(LapseKind.Qualification, expires)] : Array.Empty<Lapse>(),
    ];
}

/// <summary>What can run out.</summary>
internal enum LapseKind
{
    Supervision,
    Qualification,
}

/// <summary>Something that runs out.</summary>
/// <param name="Kind">What.</param>
/// <param name="Until">The last day on which it holds.</param>
internal sealed record Lapse(LapseKind Kind, DateOnly Until)
{
    public string Name => Kind == LapseKind.Supervision ? "Supervision" : "Qualification";
}
