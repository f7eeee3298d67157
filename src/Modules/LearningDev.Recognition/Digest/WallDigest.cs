using System.Globalization;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Digest;

/// <summary>What was celebrated in a period, for the staff newsletter (REC-01).</summary>
internal sealed class WallDigest(PortalDb db, DateWords dates)
{
    /// <summary>How many celebrations a digest holds at most; of more, those with the most applause.</summary>
    public const int Most = 200;

    /// <summary>Reads the celebrations of a period that are on the wall today.</summary>
    /// <param name="from">The first day, in the council's time.</param>
    /// <param name="to">The last day, which belongs to the period.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DigestContent> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (begin, end) = (await StartOfAsync(from), await StartOfAsync(to.AddDays(1)));
        var period = db.Celebrations.AsNoTracking().Where(row => row.State == CelebrationState.Shown && row.ShownUtc >= begin && row.ShownUtc < end);
        var all = db.Applause;
        var total = await period.CountAsync(cancellation);
        var lines = await period
            .OrderByDescending(row => all.Count(applause => applause.CelebrationId == row.Id)).ThenBy(row => row.RecipientName).ThenBy(row => row.Learning).ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new DigestLine(
                row.RecipientName, row.RecipientUnit, row.SenderName, row.Learning, row.Message, all.Count(applause => applause.CelebrationId == row.Id)))
            .ToListAsync(cancellation);
        return new DigestContent(from, to, total, lines);
    }

    private async Task<DateTime> StartOfAsync(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return await dates.UtcAsync(midnight) ?? DateTime.SpecifyKind(midnight, DateTimeKind.Utc);
    }
}

/// <summary>The celebrations of a period, the most applauded first.</summary>
internal sealed record DigestContent(DateOnly From, DateOnly To, int Total, IReadOnlyList<DigestLine> Lines)
{
    /// <summary>The digest as plain text, to be put into a newsletter.</summary>
    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.CurrentCulture, $"Celebrating learning, {DateWords.Day(From)} to {DateWords.Day(To)}\n");
        foreach (var line in Lines)
        {
            text.Append(CultureInfo.CurrentCulture, $"\n{line.Recipient}{(line.Unit.Length > 0 ? $" ({line.Unit})" : "")}: {line.Learning}\n“{line.Message}”\nFrom {line.Sender}\n");
        }

        return text.ToString();
    }
}

/// <summary>A celebration in the digest.</summary>
internal sealed record DigestLine(string Recipient, string Unit, string Sender, string Learning, string Message, int Applause);
