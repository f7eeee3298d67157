using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.MembersHub.Committees;

/// <summary>The day that a page of committees is for.</summary>
internal static class ChosenDay
{
    /// <summary>What the day is called in forms and messages.</summary>
    public const string Name = "Day of the meeting";

    // Wide enough for every meeting that anybody asks about, and the calendar can reckon with it.
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);

    /// <summary>The day that was typed; today where none was, or it cannot be, which the model state says then.</summary>
    public static DateOnly Of(DateOnly? typed, string key, DateOnly today, ModelStateDictionary state)
    {
        if (typed < First || typed > Last)
        {
            state.AddModelError(key, $"{Name} must be between {DateWords.Day(First)} and {DateWords.Day(Last)}");
            return today;
        }

        return typed ?? today;
    }

    /// <summary>A query that leads to the day; empty for today.</summary>
    public static string Query(DateOnly day, DateOnly today) => day == today ? "" : $"?Day={day:yyyy-MM-dd}";
}
