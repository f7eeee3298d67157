using LearningDev.Platform.Events;

namespace LearningDev.Compliance.Contracts;

/// <summary>Takes what other modules know for certain about attendance, for example the register of a session. They call it in their own transaction.</summary>
public interface ITrainingRecords
{
    /// <summary>Records that people have attended learning on a day. Who has it recorded for that day already is left out.</summary>
    /// <param name="personIds">The people.</param>
    /// <param name="learningId">The content item of the catalogue, up to 26 characters.</param>
    /// <param name="day">The day, today or earlier.</param>
    /// <param name="note">What to know of it, up to 300 characters; empty for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many were recorded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is in the future.</exception>
    Task<int> RecordAsync(IReadOnlyCollection<string> personIds, string learningId, DateOnly day, string note, CancellationToken cancellation = default);
}

/// <summary>How it is known that somebody has attended mandatory training.</summary>
public enum RecordedHow
{
    /// <summary>An officer who was there, or has the list of those who were, recorded it.</summary>
    Register,

    /// <summary>Attended with another organisation; an officer has seen the proof.</summary>
    Elsewhere,

    /// <summary>Another part of the portal reported it.</summary>
    Reported,
}

/// <summary>Somebody's attendance of mandatory training was recorded.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="LearningId">The content item; empty when a rule is recorded that names none.</param>
/// <param name="RuleKey">The rule; empty when a content item is recorded.</param>
/// <param name="Training">What the training is called.</param>
/// <param name="Day">The day.</param>
/// <param name="How">How it is known.</param>
public sealed record TrainingRecorded(string PersonId, string PersonName, string LearningId, string RuleKey, string Training, DateOnly Day, RecordedHow How) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Recorded {Training} of {Day:yyyy-MM-dd} for {PersonName}";
}

/// <summary>A record of attendance was removed, because it was wrong.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="LearningId">The content item; empty when a rule was recorded.</param>
/// <param name="RuleKey">The rule; empty when a content item was recorded.</param>
/// <param name="Training">What the training is called.</param>
/// <param name="Day">The day.</param>
/// <param name="Why">Why it was wrong.</param>
public sealed record TrainingRecordRemoved(string PersonId, string PersonName, string LearningId, string RuleKey, string Training, DateOnly Day, string Why) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Removed {Training} of {Day:yyyy-MM-dd} for {PersonName}";

    /// <inheritdoc />
    public string Reason => Why;
}

/// <summary>A rule does not apply to somebody for a time.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="RuleKey">The rule.</param>
/// <param name="Training">What the training is called.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while none is known.</param>
/// <param name="Why">Why.</param>
public sealed record ExemptionGranted(string PersonId, string PersonName, string RuleKey, string Training, DateOnly From, DateOnly? Until, string Why) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Exempted {PersonName} from {Training}";

    /// <inheritdoc />
    public string Reason => Why;
}

/// <summary>An exemption was ended before its last day.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="RuleKey">The rule.</param>
/// <param name="Training">What the training is called.</param>
/// <param name="EndedOn">The first day on which the rule applies again.</param>
/// <param name="Why">Why.</param>
public sealed record ExemptionEnded(string PersonId, string PersonName, string RuleKey, string Training, DateOnly EndedOn, string Why) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Ended the exemption of {PersonName} from {Training}";

    /// <inheritdoc />
    public string Reason => Why;
}
