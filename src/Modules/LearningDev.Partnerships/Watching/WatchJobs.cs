using LearningDev.Platform.Scheduling;

namespace LearningDev.Partnerships.Watching;

/// <summary>Looks every night who has left and who manages whom now, and what is to be asked.</summary>
internal sealed class NightlyWatchJob(PartnershipWatch watch) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Partnerships", "Ends coaching and mentoring of people who have left or who now manage each other, and asks how it goes.", "0 50 1 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var ended = await watch.EndAsync(cancellation);
        var begun = await watch.GoOnWithoutManagersAsync(cancellation);
        var asked = await watch.AskToReviewAsync(cancellation) + await watch.AskQuietAsync(cancellation);
        return ended + begun + asked == 0 ? "" : $"{ended} ended, {begun} begun, {asked} asked";
    }
}

/// <summary>Reminds people of their meetings.</summary>
internal sealed class ReminderJob(PartnershipWatch watch) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Partnership reminders", "Reminds people of the meetings of their coaching and mentoring.", "0 0 7 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var reminded = await watch.RemindAsync(cancellation);
        return reminded == 0 ? "" : $"{reminded} {(reminded == 1 ? "meeting" : "meetings")}";
    }
}
