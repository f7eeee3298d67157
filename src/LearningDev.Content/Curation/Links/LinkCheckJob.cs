using System.Threading.Channels;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>
/// Checks the links whose turn it is (CMS-04): one at a time for each site, with a pause, and several sites at once. What is left when the time is over is
/// checked in the next run.
/// </summary>
internal sealed class LinkCheckJob(PortalDb db, LinkResults results, LinkOptions options, ISettings settings, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Link check", "Checks whether the links of published content still lead somewhere.", "0 15 * * * ?");

    private const int MostLinks = 1000;
    private const int SitesAtOnce = 4;

    // When so many links fail one after the other without any site's answer, it is the portal that is cut off.
    private const int SignsOfSilence = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromHours(3);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await db.Links.Where(link => link.IgnoredUtc == null && !db.Set<LinkUse>().Any(use => use.LinkId == link.Id)).ExecuteDeleteAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Links.AsNoTracking().Where(link => link.NextUtc <= now && link.IgnoredUtc == null).OrderBy(link => link.NextUtc).ThenBy(link => link.Id).Take(MostLinks)
            .Select(link => new DueLink(link.Id, link.Url, link.Host)).ToListAsync(cancellation);
        if (due.Count == 0)
        {
            return "";
        }

        using var visitor = new LinkVisitor(new LinkRules(await settings.GetAsync<LinkSettings>(cancellation), options), time);
        var pause = TimeSpan.FromSeconds((await settings.GetAsync<LinkSettings>(cancellation)).PauseSeconds);
        var answers = Channel.CreateUnbounded<(DueLink Link, LinkAnswer Answer)>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        var visits = VisitAsync(visitor, due, pause, answers.Writer, limit.Token);
        var kept = await KeepAsync(answers.Reader, cancellation);
        await visits;
        return kept;
    }

    private static async Task VisitAsync(LinkVisitor visitor, List<DueLink> due, TimeSpan pause, ChannelWriter<(DueLink, LinkAnswer)> answers, CancellationToken cancellation)
    {
        try
        {
            await Parallel.ForEachAsync(due.GroupBy(link => link.Host), new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellation },
                (site, stop) => VisitSiteAsync(visitor, [.. site], pause, answers, stop));
        }
        catch (OperationCanceledException)
        {
            // The time is over, or the portal stops; what was not visited is due still.
        }
        finally
        {
            answers.Complete();
        }
    }

    private static async ValueTask VisitSiteAsync(LinkVisitor visitor, List<DueLink> site, TimeSpan pause, ChannelWriter<(DueLink, LinkAnswer)> answers, CancellationToken cancellation)
    {
        LinkAnswer? askedToWait = null;
        foreach (var (index, link) in site.Index())
        {
            if (askedToWait is null && index > 0)
            {
                await Task.Delay(pause, cancellation);
            }

            // A site that asks to be left alone is asked for nothing else in this run.
            var answer = askedToWait ?? await visitor.VisitAsync(link.Url, cancellation);
            askedToWait = answer.Verdict == LinkVerdict.Later ? answer : null;
            await answers.WriteAsync((link, answer), cancellation);
        }
    }

    private async Task<string> KeepAsync(ChannelReader<(DueLink Link, LinkAnswer Answer)> answers, CancellationToken cancellation)
    {
        List<(DueLink Link, LinkAnswer Answer)> silent = [];
        var (heard, failing, all) = (false, 0, 0);
        await foreach (var (link, answer) in answers.ReadAllAsync(cancellation))
        {
            all++;
            failing += answer.Verdict == LinkVerdict.Fails ? 1 : 0;
            heard |= answer.Status is not null;
            if (!heard && answer is { Verdict: LinkVerdict.Fails })
            {
                silent.Add((link, answer));
                continue;
            }

            await results.KeepAsync(link.Id, answer, cancellation);
        }

        if (!heard && silent.Count >= SignsOfSilence)
        {
            await results.PutOffAsync([.. silent.Select(one => one.Link.Id)], AfterSilence, cancellation);
            return $"No site answered. Nothing was noted of {silent.Count} links, because the portal may be cut off from the internet";
        }

        foreach (var (link, answer) in silent)
        {
            await results.KeepAsync(link.Id, answer, cancellation);
        }

        return $"{all} {(all == 1 ? "link" : "links")} checked{(failing == 0 ? "" : $", {failing} failing")}";
    }

    private sealed record DueLink(string Id, string Url, string Host);
}
