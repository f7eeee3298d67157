using System.Globalization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Scheduling;

[RequiresPermission("ManageJobs")]
internal sealed class JobsModel(JobReader reader, IOutbox outbox, IEvents events, DateWords dates) : PageModel
{
    public IReadOnlyList<ShownJob> Jobs { get; private set; } = [];

    public static string ColourOf(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Done => "green",
        JobOutcome.Failed => "red",
        JobOutcome.Interrupted => "orange",
        _ => "blue",
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        List<ShownJob> jobs = [];
        foreach (var line in await reader.ReadAsync(cancellation))
        {
            List<ShownRun> runs = [];
            foreach (var run in line.Runs)
            {
                runs.Add(new ShownRun(run, await dates.MomentAsync(run.BeganUtc)));
            }

            jobs.Add(new ShownJob(line, line.NextUtc is { } next ? await dates.MomentAsync(next) : null, runs));
        }

        Jobs = jobs;
    }

    public async Task<IActionResult> OnPostAsync(string? job, CancellationToken cancellation)
    {
        if ((await reader.ReadAsync(cancellation)).FirstOrDefault(line => line.Name == job && line.On) is not { } line)
        {
            return NotFound();
        }

        await outbox.EnqueueAsync(new RunJob(line.Name), $"run-job:{Identifiers.New()}", notBeforeUtc: null, cancellation);
        await events.PublishAsync(new JobAsked(line.Name), cancellation);
        TempData[PageFrame.Message] = $"{line.Name} runs as soon as a node is free";
        return RedirectToPage();
    }
}

/// <summary>A job as the page shows it.</summary>
internal sealed record ShownJob(JobLine Line, string? Next, IReadOnlyList<ShownRun> Runs)
{
    public string Anchor => "job-" + Line.Name.ToLowerInvariant().Replace(' ', '-');
}

/// <summary>A run as the page shows it.</summary>
internal sealed record ShownRun(JobRun Run, string When)
{
    public string Seconds => Run.EndedUtc is { } ended ? (ended - Run.BeganUtc).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "–";
}
