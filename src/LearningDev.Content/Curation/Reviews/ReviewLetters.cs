using System.Globalization;
using System.Text;
using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>The letter that reminds somebody of all reviews at once.</summary>
internal sealed class ReviewLetters(IEmail email, PortalAddress address, ReviewList reviews, ISettings settings)
{
    // A letter is to be read; the page has the rest.
    private const int MostListed = 40;

    /// <summary>Puts the letter into the outbox, once a day for each person.</summary>
    /// <returns>True when it is new.</returns>
    public async Task<bool> SendAsync(ReviewReader person, IReadOnlyList<ToldReview> told, DateOnly today, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var kinds = await reviews.KindsAsync(cancellation);
        var overdue = told.Count(one => one.Review.ReviewBy < today);
        var subject = $"{(told.Count == 1 ? "1 review" : $"{told.Count} reviews")}{(overdue == 0 ? "" : $", {overdue} overdue")} – {site.SiteName}";
        StringBuilder text = new();
        text.Append("Dear ").Append(person.GivenName.Length > 0 ? person.GivenName : person.FullName).AppendLine(",").AppendLine();
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

        text.AppendLine("Where nothing has to change, one button notes the review and sets the day of the next one.");
        if (address.Of(ReviewLinks.Showing(ReviewShow.All)) is { } link)
        {
            text.AppendLine().AppendLine(link);
        }

        text.AppendLine().Append(site.SiteName).Append(", ").AppendLine(site.CouncilName);
        return await email.SendAsync(new Letter(person.Email, person.FullName, subject, text.ToString()), $"reviews:{person.Id}:{today:yyyy-MM-dd}", cancellation);
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
