using System.Globalization;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.Tests.Workflows.Running;

/// <summary>
/// A portal that is killed (SIGKILL) again and again while it runs cases with forks, joins, changes of items and letters: every case ends as in a straight run, and every effect
/// is there once. Two kills, or as many as LEARNINGDEV_KILLS says.
/// </summary>
[Requirement("WFL-04")]
public class WorkflowKillTests(ITestOutputHelper output)
{
    private const int CasesPerKill = 25;
    private const int LongestLife = 1200;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEARNINGDEV_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 2;

    [Fact]
    public async Task Kill_WhileCasesRun_LosesNothingAndDoesNothingTwice()
    {
        await using var portal = new KilledPortal();
        await portal.InitializeAsync();
        await portal.ImportedAsync(WorkflowPortal.Type(
            "killed",
            [
                "fork|ForkTask|{\"Forks\":[\"a\",\"b\"]}", "set|SetFieldTask|{\"Field\":\"AskPart.State\",\"Value\":\"Seen\"}", "tell|NotifyPeopleTask|{\"To\":\"Owner\",\"Text\":\"It goes on.\"}",
                "join|JoinTask|{\"Mode\":\"WaitAll\"}", "make|CreateContentTask|{\"ContentType\":\"Ask\",\"ItemTitle\":\"Made of {{ item.name }}\"}", "yes|EndTask|{\"Outcome\":\"Done\"}",
            ],
            ["start|Done|fork", "fork|a|set", "fork|b|tell", "set|Done|join", "tell|Done|join", "join|Joined|make", "make|Done|yes"]));
        List<string> asked = [];
        for (var number = 0; number < Kills * CasesPerKill; number++)
        {
            asked.Add(await portal.AskAsync("employee", $"Killed {number}", run: false));
        }

        var folder = Directory.CreateTempSubdirectory("learningdev-killed-");
        Dictionary<string, string?> settings = new()
        {
            ["Node:Folder"] = folder.FullName,
            ["Jobs:Run"] = "false",
            ["Outbox:Deliver"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        var random = new Random();
        List<int> left = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var process = await PortalProcess.StartAsync(portal.ConnectionString, settings);
            // The moment of the kill is what is tested: any will do, and each run has others.
            await Task.Delay(random.Next(LongestLife / (kill + 1)));
            await process.KillAsync();
            left.Add(await portal.ReadAsync(db => db.WorkflowWork.CountAsync()));
        }

        await portal.RunWorkAsync();

        output.WriteLine($"{Kills} kills, which left {string.Join(", ", left)} pieces of work of {asked.Count} cases");
        var cases = await portal.ReadAsync(db => db.Cases.AsNoTracking().Where(row => row.TypeId == "killed").ToListAsync());
        cases.Select(row => row.CorrelationId).Order().ShouldBe(asked.Order());
        cases.ShouldAllBe(row => row.Status == CaseStatus.Finished && row.Outcome == "Done");
        foreach (var row in cases)
        {
            (await portal.JournalAsync(row.Id)).ShouldBe(["start Done Done", "fork Done a\nb", "set Done Done", "tell Done Done", "join Arrived", "join Done Joined", "make Done Done", "yes Done"]);
        }

        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.Key.StartsWith("workflow:")))).ShouldBe(asked.Count);
        (await portal.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(message => message.Key.StartsWith("notification:")))).ShouldBe(asked.Count);
        var made = await portal.ReadAsync(db => db.Set<LearningDev.Content.Items.ContentItemRow>().CountAsync(item => item.DisplayText.StartsWith("Made of Killed")));
        made.ShouldBe(asked.Count);
        var versions = await portal.ReadAsync(db => db.Set<LearningDev.Content.Items.ContentItemRow>().CountAsync(item => asked.Contains(item.ContentItemId)));
        versions.ShouldBe(2 * asked.Count);
        folder.Delete(recursive: true);
    }

    /// <summary>A portal of this process on a database that other processes share.</summary>
    private sealed class KilledPortal : PortalHost
    {
        private DatabaseCopy? copy;

        public string ConnectionString => copy!.ConnectionString;

        protected override async Task<DatabaseCopy> MakeDatabaseAsync() => copy = await base.MakeDatabaseAsync();
    }
}
