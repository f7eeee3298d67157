using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup;

public class CommandLineTests
{
    [Fact]
    public async Task Process_Help_ListsTheCommandsAndEndsWithNought()
    {
        var help = await RunAsync("help");

        help.ExitCode.ShouldBe(0);
        help.Output.ShouldStartWith("Without a command the portal starts.");
        help.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Process_UnknownCommand_SaysSoOnStandardErrorAndEndsWithTwo()
    {
        var wrong = await RunAsync("frobnicate");

        wrong.ExitCode.ShouldBe(2);
        wrong.Output.ShouldBeEmpty();
        wrong.Error.ShouldStartWith("There is no command \"frobnicate\".");
    }

    private static Task<CommandResult> RunAsync(params string[] arguments) => Commands.RunAsync(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningDev.Web.dll"), .. arguments],
        new CommandOptions { WelcomeExitCodes = [0, 1, 2] });
}
