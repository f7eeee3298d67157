using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.TestSupport;

public class CommandsTests
{
    [Fact]
    public async Task RunAsync_BothStreams_AreReturned()
    {
        var result = await Commands.RunAsync("sh", ["-c", "echo out; echo err >&2"]);

        result.Output.ShouldBe("out\n");
        result.Error.ShouldBe("err\n");
    }

    [Fact]
    public async Task RunAsync_FolderAndEnvironment_AreGiven()
    {
        var options = new CommandOptions { Folder = "/usr", Environment = new Dictionary<string, string> { ["WHERE"] = "here" } };

        var result = await Commands.RunAsync("sh", ["-c", "echo $PWD $WHERE"], options);

        result.Output.Trim().ShouldBe("/usr here");
    }

    [Fact]
    public async Task RunAsync_Failure_SaysCodeAndWhatWasPrinted()
    {
        var failure = await Should.ThrowAsync<CommandFailedException>(() => Commands.RunAsync("sh", ["-c", "echo no such luck >&2; exit 3"]));

        failure.Message.ShouldContain("exit code 3");
        failure.Message.ShouldContain("no such luck");
    }

    [Fact]
    public async Task RunAsync_WelcomeExitCode_IsNoFailure()
    {
        var result = await Commands.RunAsync("sh", ["-c", "exit 3"], new CommandOptions { WelcomeExitCodes = [0, 3] });

        result.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task RunAsync_TooSlow_IsEnded()
    {
        var options = new CommandOptions { TimeLimit = TimeSpan.FromMilliseconds(200) };

        var failure = await Should.ThrowAsync<CommandFailedException>(() => Commands.RunAsync("sleep", ["60"], options));

        failure.Message.ShouldContain("did not end within");
    }

    [Fact]
    public async Task RunAsync_MissingProgram_SaysSo()
    {
        var failure = await Should.ThrowAsync<CommandFailedException>(() => Commands.RunAsync("no-such-program", []));

        failure.Message.ShouldContain("'no-such-program' could not be started");
    }
}
