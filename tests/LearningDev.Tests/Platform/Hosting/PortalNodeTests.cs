using LearningDev.Platform.Hosting;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

public class PortalNodeTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Name_TwoProcessesInOneFolder_DifferAndTheNextHasTheNameOfTheOneThatEnded()
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-node-");
        await using var scope = shared.Host.Scope();
        var environment = scope.ServiceProvider.GetRequiredService<IHostEnvironment>();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Node:Folder"] = folder.FullName, ["Node:Name"] = "east" }).Build();
        using var first = new PortalNode(configuration, environment);
        string name;
        using (var second = new PortalNode(configuration, environment))
        {
            (first.Name, second.Name).ShouldBe(("east 1", "east 2"));
            name = second.Name;
        }

        using var third = new PortalNode(configuration, environment);

        third.Name.ShouldBe(name);
        third.OwnFolder.ShouldNotBe(first.OwnFolder);
        folder.Delete(recursive: true);
    }
}
