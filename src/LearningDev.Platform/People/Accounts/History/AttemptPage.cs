using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.People.Accounts.History;

/// <summary>A page of attempts to sign in, as it is shown.</summary>
internal sealed record AttemptPage(IReadOnlyList<AttemptLine> Lines, string? NewestUrl, string? OlderUrl);

/// <summary>An attempt to sign in, in words.</summary>
internal sealed record AttemptLine(string When, string What, string Device, string Network);

/// <summary>Puts pages of attempts into words.</summary>
internal sealed class AttemptReader(SignInHistory history, ISettings settings, DateWords dates)
{
    /// <summary>Reads a page.</summary>
    /// <param name="personId">Whose account.</param>
    /// <param name="before">Only attempts before the one of this number; null for the newest.</param>
    /// <param name="url">The address of the page that shows them.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<AttemptPage> ReadAsync(string personId, long? before, string url, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var rows = await history.ListAsync(personId, before, size + 1, cancellation);
        List<AttemptLine> lines = [];
        foreach (var row in rows.Take(size))
        {
            lines.Add(new AttemptLine(await dates.MomentAsync(row.OccurredUtc), SignInHistory.WordsOf(row), row.Device, row.Network));
        }

        return new AttemptPage(lines, before is null ? null : url, rows.Count > size ? $"{url}?before={rows[size - 1].Id}" : null);
    }
}
