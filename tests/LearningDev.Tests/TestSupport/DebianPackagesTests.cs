using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.TestSupport;

public class DebianPackagesTests
{
    [Fact]
    public async Task EnsureAsync_Present_IsFoundWithoutInstalling()
    {
        var path = await DebianPackages.EnsureAsync("learningdev-no-such-package", () => "/usr/bin/env");

        path.ShouldBe("/usr/bin/env");
    }

    // As root this really asks apt-get, which really refuses; as anyone else the message comes at once.
    [Fact]
    public async Task EnsureAsync_CannotInstall_SaysWhatToInstall()
    {
        var failure = await Should.ThrowAsync<CommandFailedException>(
            () => DebianPackages.EnsureAsync("learningdev-no-such-package", () => null));

        failure.Message.ShouldContain("apt-get install --yes --no-install-recommends learningdev-no-such-package");
    }
}
