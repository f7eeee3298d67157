using LearningDev.Platform.Scheduling;

namespace LearningDev.Platform.Running;

/// <summary>How the portal runs, as its operator asks.</summary>
internal sealed record RunningState(
    RunningNode Node, RunningDatabase Database, RunningMessages Messages, IReadOnlyList<RunningJob> Jobs, RunningAudit Audit, IReadOnlyList<RunningBackup> Backups);

/// <summary>The process that has answered.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Version">The build.</param>
/// <param name="Environment">The environment's name, for example "Production".</param>
/// <param name="StartedUtc">When it was started.</param>
/// <param name="FreeBytes">The room on its disk.</param>
/// <param name="KeysAreProtected">True when the keys in the database are encrypted.</param>
internal sealed record RunningNode(string Name, string Version, string Environment, DateTime StartedUtc, long FreeBytes, bool KeysAreProtected);

/// <summary>The database.</summary>
/// <param name="Product">Product and version.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Schema">The newest migration that it has.</param>
/// <param name="Missing">How many migrations of this build it has not.</param>
internal sealed record RunningDatabase(string Product, long Bytes, string Schema, int Missing);

/// <summary>The outbox.</summary>
/// <param name="Waiting">Messages that wait or are being sent.</param>
/// <param name="OldestDueUtc">When the first of them was due; null when none waits.</param>
/// <param name="NotDelivered">Messages that were set aside or are in doubt.</param>
internal sealed record RunningMessages(int Waiting, DateTime? OldestDueUtc, int NotDelivered);

/// <summary>A job and its last run.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Last">The last run; null when it has never run.</param>
internal sealed record RunningJob(string Name, JobRun? Last);

/// <summary>The audit.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Head">The head of its chain, for keeping elsewhere.</param>
internal sealed record RunningAudit(long Rows, string Head);

/// <summary>A backup that was made.</summary>
/// <param name="MadeUtc">When.</param>
/// <param name="What">What was made, as the audit says it.</param>
internal sealed record RunningBackup(DateTime MadeUtc, string What);
