using LearningDev.TestSupport.Portal;

namespace LearningDev.Tests.Recognition.Moderating;

/// <summary>A portal in which a moderator reads every celebration first.</summary>
public sealed class PortalWithModerators : PortalHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.SetRulesAsync("""{"ModerateFirst":true,"CelebrationsPerDay":100}""");
    }
}
