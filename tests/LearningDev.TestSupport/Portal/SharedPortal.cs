using Xunit;

namespace LearningDev.TestSupport.Portal;

/// <summary>
/// The one portal of the test process, for test classes that only look: <c>IClassFixture&lt;SharedPortal&gt;</c>. Signing in is allowed;
/// whoever changes more than that takes a <see cref="PortalHost"/> of its own.
/// </summary>
public sealed class SharedPortal : IAsyncLifetime
{
    private static readonly Lazy<Task<PortalHost>> ForThisProcess = new(StartAsync);

    /// <summary>The portal.</summary>
    public PortalHost Host { get; private set; } = null!;

    /// <summary>Starts the portal unless another class has done so.</summary>
    public async Task InitializeAsync() => Host = await ForThisProcess.Value;

    /// <summary>Leaves the portal to the others; it ends with the process.</summary>
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<PortalHost> StartAsync()
    {
        var host = new UnlimitedPortal();
        await host.InitializeAsync();
        return host;
    }

    // Thousands of tests ask it as the same employee within a few minutes, more than any person would.
    private sealed class UnlimitedPortal : PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings) => settings["RateLimits:Enabled"] = "false";
    }
}
