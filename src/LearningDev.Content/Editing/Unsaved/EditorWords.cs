using LearningDev.Content.Items;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>Says who else is at an item and what they have saved.</summary>
internal sealed class EditorWords(OpenForms forms, Colleagues colleagues, AuthorNames authors, DateWords dates, TimeProvider time)
{
    /// <summary>Sentences such as "Sam Lee opened this 5 minutes ago".</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(string contentItemId, CancellationToken cancellation)
    {
        var others = await forms.OthersAsync(contentItemId, cancellation);
        var names = await colleagues.NamesAsync([.. others.Select(other => other.PersonId)], cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        return [.. others.Select(other => $"{names.GetValueOrDefault(other.PersonId, "Somebody")} opened this {Ago(now - other.OpenedUtc)}")];
    }

    /// <summary>Who saved a version and when, for example "Sam Lee saved this at 2:31pm".</summary>
    public async Task<string> SavedAsync(ContentItem item, CancellationToken cancellation)
    {
        var name = (await authors.FindAsync([item.Author], cancellation))[item.Author];
        return $"{name} saved this{(item.ModifiedUtc is { } moment ? await WhenAsync(moment) : "")}";
    }

    /// <summary>When something was, for example "2:31pm today" or "Tuesday 24 November 2026 at 2:31pm".</summary>
    public async Task<string> FromAsync(DateTime utc)
    {
        var (day, time, isToday) = await LocalAsync(utc);
        return isToday ? $"{time} today" : $"{day} at {time}";
    }

    private async Task<string> WhenAsync(DateTime utc)
    {
        var (day, time, isToday) = await LocalAsync(utc);
        return isToday ? $" at {time}" : $" on {day} at {time}";
    }

    private async Task<(string Day, string Time, bool IsToday)> LocalAsync(DateTime utc)
    {
        var local = await dates.LocalAsync(utc);
        var day = DateOnly.FromDateTime(local);
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        return ($"{day.DayOfWeek} {DateWords.Day(day)}", DateWords.Time(TimeOnly.FromDateTime(local)), day == today);
    }

    private static string Ago(TimeSpan past) => past.TotalMinutes switch
    {
        < 1 => "just now",
        < 2 => "1 minute ago",
        < 60 => $"{(int)past.TotalMinutes} minutes ago",
        < 120 => "1 hour ago",
        _ => $"{(int)past.TotalHours} hours ago",
    };
}
