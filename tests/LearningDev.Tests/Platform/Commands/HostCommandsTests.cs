using LearningDev.Platform.Commands;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Commands;

public sealed class HostCommandsTests(HostCommandsTests.PortalWithCommands portal) : IClassFixture<HostCommandsTests.PortalWithCommands>
{
    [Theory]
    [InlineData(true, "help")]
    [InlineData(true, "--help")]
    [InlineData(true, "import", "catalogue")]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://127.0.0.1:5080")]
    [InlineData(false, "urls=http://127.0.0.1:5080")]
    public void AreCalledBy_Arguments_SaysWhetherTheFirstIsAWord(bool called, params string[] arguments) =>
        HostCommands.AreCalledBy(arguments).ShouldBe(called);

    [Theory]
    [InlineData("--Database:Provider=Sqlite", "recipe", "export", "/tmp/file", "--all", "--people", "--Database:Provider=Sqlite")]
    [InlineData("--urls http://127.0.0.1:5080 --verbose", "--urls", "http://127.0.0.1:5080", "--verbose")]
    public void ConfigurationOf_Arguments_HasNoneOfACommandsOwn(string configuration, params string[] arguments) =>
        string.Join(' ', HostCommands.ConfigurationOf(arguments)).ShouldBe(configuration);

    [Fact]
    public async Task Run_Help_ListsCommandsWithoutTouchingTheDatabase()
    {
        var run = await RunAsync("help");

        run.ExitCode.ShouldBe(0);
        run.Prepared.ShouldBeFalse();
        run.Output.ShouldContain("count down FROM [--quickly]");
        run.Output.ShouldContain("Counts down to nought.");
        run.Output.ShouldContain("help [COMMAND]");
    }

    [Theory]
    [InlineData("help", "count", "down")]
    [InlineData("count", "down", "--help")]
    public async Task Run_HelpOfOneCommand_SaysMoreOfIt(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("--quickly   without a pause");
        run.Output.ShouldNotContain("idle about");
    }

    [Fact]
    public async Task Run_UnknownWords_EndsWithTwoAndHelpOnStandardError()
    {
        var run = await RunAsync("cuont", "down", "3");

        run.ExitCode.ShouldBe(2);
        run.Prepared.ShouldBeFalse();
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("There is no command \"cuont down 3\".");
        run.Error.ShouldContain("count down FROM");
    }

    [Fact]
    public async Task Run_Command_IsGivenItsArgumentsWithoutConfiguration()
    {
        var run = await RunAsync("Count", "down", "3", "--Database:Provider=Sqlite", "--quickly");

        run.ExitCode.ShouldBe(0);
        run.Prepared.ShouldBeTrue();
        run.Output.Trim().ShouldBe("3 --quickly");
    }

    [Fact]
    public async Task Run_WrongArguments_EndsWithTwoAndItsHelpOnStandardError()
    {
        var run = await RunAsync("count", "down");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("Say where to count from.");
        run.Error.ShouldContain("count down FROM [--quickly]");
    }

    [Fact]
    public async Task Run_CommandRefuses_EndsWithOne() => (await RunAsync("count", "down", "for ever")).ExitCode.ShouldBe(1);

    [Fact]
    public async Task Run_CommandOfAModuleThatIsOff_IsRefused()
    {
        var run = await RunAsync("idle", "about");

        run.ExitCode.ShouldBe(1);
        run.Error.Trim().ShouldBe("\"idle about\" belongs to Idleness, which is switched off.");
    }

    [Fact]
    public void ConfigurationOf_CommandWithAPath_LeavesThePathToTheCommand()
    {
        HostCommands.ConfigurationOf(["backup", "/backups/monday.zip", "--Database:Provider=Postgres"]).ShouldBe(["--Database:Provider=Postgres"]);
        HostCommands.ConfigurationOf(["--urls", "http://localhost:5080"]).ShouldBe(["--urls", "http://localhost:5080"]);
    }

    private async Task<Run> RunAsync(params string[] arguments)
    {
        await using var scope = portal.Scope();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var prepared = false;
        var exitCode = await scope.ServiceProvider.GetRequiredService<HostCommands>().RunAsync(
            arguments,
            () =>
            {
                prepared = true;
                return Task.CompletedTask;
            },
            output, error);
        return new Run(exitCode, output.ToString(), error.ToString(), prepared);
    }

    private sealed record Run(int ExitCode, string Output, string Error, bool Prepared);

    /// <summary>The demonstration's portal with two commands more.</summary>
    public sealed class PortalWithCommands : PortalHost
    {
        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            var registry = scope.ServiceProvider.GetRequiredService<ModuleRegistry>();
            var idleness = new Idleness();
            registry.Add(idleness);
            registry.Commands.Add(new ModuleCommand(
                "LearningDev.Platform",
                new HostCommandManifest("count down", "FROM [--quickly]", "Counts down to nought.", "FROM        a number\n--quickly   without a pause"),
                typeof(CountDown)));
            registry.Commands.Add(new ModuleCommand(idleness.Manifest.Id, new HostCommandManifest("idle about", "", "Does nothing."), typeof(CountDown)));
        }

        /// <inheritdoc />
        protected override void Configure(IServiceCollection services) => services.AddScoped<CountDown>();
    }

    private sealed class CountDown : IHostCommand
    {
        public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
        {
            if (call.Arguments is not [var from, ..])
            {
                throw new HostCommandUsageException("Say where to count from.");
            }

            await call.Output.WriteLineAsync(string.Join(' ', call.Arguments));
            return from != "for ever";
        }
    }

    private sealed class Idleness : IModule
    {
        public ModuleManifest Manifest { get; } = new("LearningDev.Idleness", "Idleness", "Does nothing.", "Tests");

        public void Register(ModuleBuilder module)
        {
        }
    }
}
