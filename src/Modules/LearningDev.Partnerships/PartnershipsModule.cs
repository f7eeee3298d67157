using LearningDev.Platform.Modules;

namespace LearningDev.Partnerships;

/// <summary>Partnerships of two people, one of whom helps the other to learn: what coaching (COA-02, COA-03) and mentoring (MEN-01, MEN-02) have in common.</summary>
public sealed class PartnershipsModule : IModule
{
    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Partnerships", "Partnerships", "What coaching and mentoring have in common: agreements, meetings, confidential notes, looking back.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
    }
}
