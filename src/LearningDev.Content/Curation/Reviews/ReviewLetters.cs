using System.Globalization;
using System.Text;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>Reminds somebody of all reviews at once.</summary>
internal sealed class ReviewLetters(INotifications notifications, ReviewList reviews)
{
    public static readonly NotificationKind Kind = new(
        "reviews", "Reviews of content", "When something that you look after is to be reviewed, or its review is overdue.",
        new NotificationWords(
            "{{ how_many }}",
            "{{ how_many }} to look at.",
            """
            {{ reviews }}

            Where nothing has to change, one button notes the review and sets the day of the next one.
            """))
    {
        Placeholders =
        [
            new NotificationPlaceholder("how_many", "How many reviews there are", "2 reviews, 1 overdue"),
            new NotificationPlaceholder(
                "reviews", "The list of them",
                "You look after this. Please read it again, and change what is no longer right:\n\n- Chairing meetings: by 22 November 2026\n- First aid: overdue since 1 November 2026"),
        ],
    };

    // A letter is to be read; the page has the rest.
    private const int MostListed = 40;

    /// <summary>Tells a person, once a day.</summary>
    /// <returns>True when the person is told now.</returns>
    public async Task<bool> SendAsync(ReviewReader person, IReadOnlyList<ToldReview> told, DateOnly today, CancellationToken cancellation)
    {
        var kinds = await reviews.KindsAsync(cancellation);
        var overdue = told.Count(one => one.Review.ReviewBy < today);
        StringBuilder text = new();
        foreach (var group in told.GroupBy(one => one.Relation).OrderBy(group => group.Key))
        {
            text.AppendLine(Words(group.Key)).AppendLine();
            foreach (var one in group.Take(MostListed))
            {
                text.AppendLine(Line(one, kinds[one.Review.Kind].Words, today));
            }

            if (group.Count() > MostListed)
            {
                text.AppendLine(CultureInfo.CurrentCulture, $"- and {group.Count() - MostListed} more");
            }

            text.AppendLine();
        }

        return await notifications.NotifyAsync(
            new Notification(Kind.Key, $"reviews:{today:yyyy-MM-dd}", [person.Id])
            {
                Link = ReviewLinks.Showing(ReviewShow.All),
                Values = new Dictionary<string, string>
                {
                    ["how_many"] = $"{(told.Count == 1 ? "1 review" : $"{told.Count} reviews")}{(overdue == 0 ? "" : $", {overdue} overdue")}",
                    ["reviews"] = text.ToString().Trim(),
                },
            },
            cancellation) == 1;
    }

    private static string Words(ReviewRelation relation) => relation switch
    {
        ReviewRelation.Owner => "You look after this. Please read it again, and change what is no longer right:",
        ReviewRelation.Manager => "People whose manager you are look after this, and its review has been overdue for some time:",
        ReviewRelation.Editor => "Nobody looks after this any more. Please review it, or give it an owner:",
        _ => "The review of this has been overdue for some time:",
    };

    private static string Line(ToldReview told, string what, DateOnly today)
    {
        var day = told.Review.ReviewBy!.Value;
        var when = day < today ? $"overdue since {DateWords.Day(day)}" : $"by {DateWords.Day(day)}";
        var owner = told.Relation is ReviewRelation.Manager or ReviewRelation.LongOverdue ? $", {told.Owner}" : "";
        return $"- {told.Review.Title}{(what.Length > 0 ? $" ({what})" : "")}: {when}{owner}";
    }
}
