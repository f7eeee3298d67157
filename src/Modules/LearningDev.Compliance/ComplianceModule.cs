using LearningDev.Platform.Modules;

namespace LearningDev.Compliance;

/// <summary>Mandatory training (CMP-01, CMP-03): which training is required of whom and by when, and where each person stands.</summary>
public sealed class ComplianceModule : IModule
{
    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Compliance", "Mandatory training", "Which training is required of whom and by when, and where each person stands.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
    }
}
