using System.Globalization;
using LearningDev.Platform.Hosting.Health;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Running;

[RequiresPermission("ViewOperations")]
internal sealed class RunningModel(RunningReader running, DateWords dates, IHostEnvironment environment) : PageModel
{
    /// <summary>What an operator should do something about.</summary>
    public List<string> Warnings { get; } = [];

    public RunningState State { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        State = await running.ReadAsync(cancellation);
        if (environment.IsProduction() && !State.Node.KeysAreProtected)
        {
            Warnings.Add("The keys that protect cookies and secrets lie in the database without encryption. Configure a certificate (DataProtection:Certificate).");
        }

        if (State.Database.Missing > 0)
        {
            Warnings.Add("The database has not the newest schema of this version.");
        }

        if (State.Messages.NotDelivered > 0)
        {
            Warnings.Add($"{State.Messages.NotDelivered} messages could not be delivered.");
        }

        foreach (var job in State.Jobs.Where(job => job.Last?.Outcome == JobOutcome.Failed))
        {
            Warnings.Add($"The job {job.Name} failed.");
        }
    }

    public Task<string> MomentAsync(DateTime utc) => dates.MomentAsync(utc);

    public static string Size(long bytes) => bytes < 1024 * PortalDisk.Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / PortalDisk.Megabyte:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / (1024 * PortalDisk.Megabyte):0.#} GB");

    public static string Words(JobOutcome? outcome) => outcome switch
    {
        null => "Not run yet",
        JobOutcome.Running => "Running",
        JobOutcome.Done => "Done",
        JobOutcome.Failed => "Failed",
        _ => "Interrupted",
    };

    public static string Colour(JobOutcome? outcome) => outcome switch
    {
        JobOutcome.Done => "green",
        JobOutcome.Failed => "red",
        JobOutcome.Running => "blue",
        JobOutcome.Interrupted => "yellow",
        _ => "grey",
    };
}
