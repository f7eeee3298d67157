using LearningDev.Coaching.Coaches;
using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Workflows.Tasks;

namespace LearningDev.Coaching.Profiles;

/// <summary>Says whether a coach's profile is complete, and leads people back to it when it is sent back to them.</summary>
internal sealed class ProfileCheck(ContentItems items, ContentValidator validator, WorkingCalendar calendar) : IRequestForms
{
    /// <summary>What is missing or wrong, as sentences without a full stop; none when the profile can be sent.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentItem item, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return
        [
            .. (await validator.CheckAsync(item, publish: true, cancellation)).Select(error => error.Message).Distinct(),
            .. ProfileProblems.Of(item.As<CoachProfile>(), today).Select(problem => problem.Message),
        ];
    }

    public string? ChangeUrl(string contentType, string contentItemId) => contentType == CoachProfile.Type ? CoachingLinks.Profile : null;

    public async Task<bool> CanBeSentAsync(string contentType, string contentItemId, CancellationToken cancellation) =>
        await items.FindAsync(contentItemId, VersionChoice.Latest, cancellation) is { } item && (await ProblemsAsync(item, cancellation)).Count == 0;
}

/// <summary>What the fields' own rules do not say: pools, and days that cannot be.</summary>
internal static class ProfileProblems
{
    public const string PoolsField = "Pools";

    public static IEnumerable<(string Field, string Message)> Of(CoachProfile profile, DateOnly today)
    {
        if (profile.Pools.ContentItemIds.Count == 0)
        {
            yield return (PoolsField, "Select at least one pool");
        }

        if (ProfileCopy.Day(profile.LastSupervisionOn.Value) > today)
        {
            yield return ($"{CoachProfile.Type}.{nameof(CoachProfile.LastSupervisionOn)}", "Last supervision must be today or in the past");
        }

        if (ProfileCopy.Day(profile.QualifiedOn.Value) > today)
        {
            yield return ($"{CoachProfile.Type}.{nameof(CoachProfile.QualifiedOn)}", "The day of the qualification must be today or in the past");
        }

        if (ProfileCopy.Day(profile.QualificationExpiresOn.Value) < today)
        {
            yield return ($"{CoachProfile.Type}.{nameof(CoachProfile.QualificationExpiresOn)}", "The qualification has expired");
        }
    }
}
