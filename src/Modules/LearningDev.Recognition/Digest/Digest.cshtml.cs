using System.Text;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Digest;

[RequiresPermission("ModerateRecognition")]
internal sealed class DigestModel(WallDigest digest, DateWords dates, TimeProvider time) : PageModel
{
    /// <summary>The month of the digest, as a browser's month field writes it, for example "2026-11"; empty for last month.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public DigestContent Period { get; private set; } = null!;

    /// <summary>The last twelve months, the newest first.</summary>
    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnGetTextAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return File(Encoding.UTF8.GetBytes(Period.ToText()), "text/plain; charset=utf-8", $"celebrating-learning-{Period.From:yyyy-MM}.txt");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        Months = [.. Enumerable.Range(0, 12).Select(back => thisMonth.AddMonths(-back))];
        var first = Months.FirstOrDefault(month => $"{month:yyyy-MM}" == Month, Months[1]);
        // A month that is not among them is not shown as chosen.
        ModelState.Remove(nameof(Month));
        Period = await digest.ReadAsync(first, first.AddMonths(1).AddDays(-1), cancellation);
    }
}
