using LearningDev.Platform.Scheduling;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>Deletes what editors typed and did not save in time.</summary>
internal sealed class UnsavedWorkJob(OpenForms forms) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Unsaved work", "Deletes what editors typed into forms and did not save in time.", "0 40 3 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation) =>
        await forms.DeleteOldAsync(cancellation) is > 0 and var deleted ? $"Deleted {deleted:#,0}" : "";
}
