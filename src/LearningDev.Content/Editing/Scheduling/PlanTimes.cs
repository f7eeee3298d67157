using LearningDev.Content.Editing.Fields;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>Reads the time of a plan as people write it, by the council's clocks.</summary>
internal sealed class PlanTimes(DateWords dates, TimeProvider time)
{
    /// <summary>How far ahead something can be planned.</summary>
    public const int MostYears = 10;

    /// <summary>Reads a day and a time.</summary>
    /// <param name="day">The day; null when it could not be read, which is said elsewhere.</param>
    /// <param name="typed">The time as it was typed.</param>
    /// <param name="which">"first" or "second" of two moments that the clocks show alike.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<PlanTime> ReadAsync(DateOnly? day, string? typed, string? which, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new PlanTime(null, "Enter the time");
        }

        if (TimeFieldEditor.Read(typed.Trim()) is not { } hour)
        {
            return new PlanTime(null, TimeFieldEditor.Refusal("Time"));
        }

        if (day is not { } date)
        {
            return new PlanTime(null, null);
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (date.Year > now.Year + MostYears)
        {
            return new PlanTime(null, $"Date must be within {MostYears} years") { IsAboutDay = true };
        }

        var moments = await dates.MomentsAsync(date.ToDateTime(hour));
        var chosen = (moments.Count, which) switch
        {
            (1, _) or (2, "first") => moments[0],
            (2, "second") => moments[1],
            _ => (DateTime?)null,
        };
        return moments.Count == 0 ? new PlanTime(null, $"There is no {DateWords.Time(hour)} on that day, because the clocks go forward. Choose an hour later")
            : chosen is not { } moment ? new PlanTime(null, "Choose which of the two it is") { AsksWhich = true }
            : moment <= now ? new PlanTime(null, "Time must be in the future") { IsAboutDay = date < DateOnly.FromDateTime(await dates.LocalAsync(now)) }
            : new PlanTime(moment, null) { AsksWhich = moments.Count == 2 };
    }
}

/// <summary>A time of a plan as it was read.</summary>
/// <param name="Utc">The moment; null when there is a fault, or no day.</param>
/// <param name="Fault">What is wrong with it.</param>
internal sealed record PlanTime(DateTime? Utc, string? Fault)
{
    /// <summary>True when the fault is the day's.</summary>
    public bool IsAboutDay { get; init; }

    /// <summary>True when the clocks show the time twice, so that the form asks which is meant.</summary>
    public bool AsksWhich { get; init; }
}
