namespace LearningDev.Compliance.Contracts;

/// <summary>The pages of mandatory training to which other modules lead.</summary>
public static class TrainingPages
{
    /// <summary>One's own mandatory training, for everybody who is signed in.</summary>
    public const string Mine = "/compliance/mine";

    /// <summary>Recording attendance, for who may record it (permission "RecordMandatoryTraining").</summary>
    public const string Record = "/compliance/record";

    /// <summary>Somebody's mandatory training with everything that is recorded, for who may record it.</summary>
    public static string Person(string personId) => $"/compliance/people/{personId}";
}
