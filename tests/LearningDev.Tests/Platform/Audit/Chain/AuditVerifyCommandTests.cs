using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Commands;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit.Chain;

[Requirement("ADM-03")]
public class AuditVerifyCommandTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Run_SoundAudit_SaysTheHead()
    {
        var (code, output, _) = await RunAsync();

        code.ShouldBe(HostCommands.Done);
        output.ShouldContain("rows are as they were written.");
        output.ShouldContain($"Head: {await portal.HeadAsync()}");
    }

    [Fact]
    public async Task Run_HeadOfThisChain_IsDone()
    {
        var head = await portal.HeadAsync();
        await portal.TellAsync(new Told("later"));

        (await RunAsync("--from-head", head.ToString())).Code.ShouldBe(HostCommands.Done);
    }

    [Fact]
    public async Task Run_HeadOfAnotherChain_IsRefused()
    {
        var head = await portal.HeadAsync();

        var (code, _, error) = await RunAsync("--from-head", $"{head.Count}:{new string('0', AuditHash.Size * 2)}");

        code.ShouldBe(HostCommands.Refused);
        error.ShouldContain("It was written anew.");
    }

    [Theory]
    [InlineData("--from-head")]
    [InlineData("--from-head", "12:abc")]
    [InlineData("--from-head", "12")]
    [InlineData("--unknown")]
    public async Task Run_WrongArguments_SaysHow(params string[] arguments) =>
        (await RunAsync(arguments)).Code.ShouldBe(HostCommands.WrongUsage);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var scope = portal.Scope();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(
            ["audit", "verify", .. arguments], () => Task.CompletedTask, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
