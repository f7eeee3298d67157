using System.Globalization;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Mail;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.Tests.Workflows.Running;

/// <summary>
/// A portal that is killed (SIGKILL) again and again while it runs cases with forks, joins, timers, changes of items and letters, which it sends to a real mail server: every case ends
/// as in a straight run, every effect is there once, and every letter comes once. One kill with ten cases, or as many kills as LEARNINGDEV_KILLS says, with ten cases for each.
/// </summary>
[Requirement("WFL-04")]
public class WorkflowKillTests(ITestOutputHelper output)
{
    private const int CasesPerKill = 10;
    private const int LettersPerCase = 2;

    // In milliseconds after the step that is waited for.
    private const int LongestDelay = 100;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEARNINGDEV_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 1;

    [Fact]
    public async Task Kill_WhileCasesRun_LosesNothingAndDoesNothingTwice()
    {
        await using var mail = await MailDev.StartAsync();
        await using var portal = new KilledPortal();
        await portal.InitializeAsync();
        await PrepareAsync(portal);
        var straight = await RunStraightAsync(portal);
        var folder = Directory.CreateTempSubdirectory("learningdev-killed-");
        Dictionary<string, string?> settings = new(mail.Settings)
        {
            ["Node:Folder"] = folder.FullName,
            ["Jobs:Workflowtimers:Schedule"] = "* * * * * ?",
            ["Jobs:CheckIn"] = "00:00:01",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        var (random, falls) = (new Random(), new Dictionary<string, int>());
        List<string> asked = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var number = 0; number < CasesPerKill; number++)
            {
                asked.Add(await portal.AskAsync("employee", $"Killed {asked.Count}", run: false));
            }

            var known = await portal.DoneAsync();
            await using var process = await PortalProcess.StartAsync(portal.ConnectionString, settings);
            // The moment of the kill is what is tested: any will do, and each run has others. On the average as much is done before it as has come in, so that there is something to be
            // broken at every kill, however busy the machine is.
            await portal.UntilDoneAsync(known + random.Next(1, 2 * CasesPerKill * straight.Count), asked.Count);
            await Task.Delay(random.Next(LongestDelay));
            await process.KillAsync();
            await NoteAsync(portal, folder, falls);
        }

        var cameMeanwhile = (await mail.LettersAsync()).Count;
        await using (await PortalProcess.StartAsync(portal.ConnectionString, settings))
        {
            await portal.UntilSentAsync(asked.Count);
        }

        output.WriteLine($"{Kills} kills, {asked.Count} cases; found after a kill: {string.Join(", ", falls.OrderByDescending(fall => fall.Value).Select(fall => $"{fall.Key} {fall.Value}"))}");
        await CasesShouldBeAsync(portal, asked, straight);
        await LettersShouldBeAsync(portal, mail, asked.Count, cameMeanwhile);
        folder.Delete(recursive: true);
    }

    private static async Task PrepareAsync(KilledPortal portal)
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new NotificationSettings { QuietFrom = 0, QuietUntil = 0 });
        }

        await portal.ImportedAsync(WorkflowPortal.Type(
            "killed",
            [
                "fork|ForkTask|{\"Forks\":[\"a\",\"b\"]}", "set|SetFieldTask|{\"Field\":\"AskPart.State\",\"Value\":\"Seen\"}",
                "tell|NotifyPeopleTask|{\"To\":\"Owner\",\"Subject\":\"{{ item.name }} goes on\",\"Text\":\"It goes on.\"}", "wait|WaitTask|{\"Until\":\"Days\",\"Days\":1}",
                "join|JoinTask|{\"Mode\":\"WaitAll\"}", "make|CreateContentTask|{\"ContentType\":\"Ask\",\"ItemTitle\":\"Made of {{ item.name }}\"}", "later|WaitTask|{\"Until\":\"Days\",\"Days\":2}",
                "end|NotifyPeopleTask|{\"To\":\"Owner\",\"Subject\":\"{{ item.name }} is done\",\"Text\":\"It is done.\"}", "yes|EndTask|{\"Outcome\":\"Done\"}",
            ],
            ["start|Done|fork", "fork|a|set", "fork|b|tell", "set|Done|join", "tell|Done|wait", "wait|Done|join", "join|Joined|make", "make|Done|later", "later|Done|end", "end|Done|yes"]));
    }

    /// <summary>Runs a case without a kill.</summary>
    /// <returns>Its journal.</returns>
    private static async Task<List<string>> RunStraightAsync(KilledPortal portal)
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Straight"));
        for (var wait = 0; wait < 2; wait++)
        {
            await portal.LetTimePassAsync();
            await portal.RunTimersAsync();
        }

        var journal = await portal.JournalAsync(row.Id);
        journal[^1].ShouldBe("yes Done");
        // They are encrypted with a key that other processes do not have.
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().Where(message => message.Kind == "email").ExecuteDeleteAsync()).ShouldBe(LettersPerCase);
        return journal;
    }

    // What the killed process was at, for the record.
    private static async Task NoteAsync(KilledPortal portal, DirectoryInfo folder, Dictionary<string, int> falls)
    {
        void Count(bool isSo, string what) => falls[what] = falls.GetValueOrDefault(what) + (isSo ? 1 : 0);
        Count(await portal.ReadAsync(db => db.WorkflowWork.AnyAsync()), "events to be taken to cases");
        Count(await portal.ReadAsync(db => db.Cases.AnyAsync(row => row.TypeId == "killed" && row.Status == CaseStatus.Waiting)), "cases in their middle");
        Count(await portal.ReadAsync(db => db.Set<JobRun>().AnyAsync(run => run.Job == TimerJob.Manifest.Name && run.Outcome == JobOutcome.Running)), "the timer job at work");
        Count(await portal.ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(message => message.Kind == "email" && message.State == OutboxState.Waiting)), "letters to be sent");
        if (await portal.ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(message => message.Kind == "email" && message.State == OutboxState.Sending)))
        {
            var file = Path.Combine(folder.FullName, "nodes", "1", "handover");
            Count(true, $"a letter at {(File.Exists(file) && await File.ReadAllBytesAsync(file) is [var stage, ..] ? (HandOverStage)stage : "no note")}");
        }
    }

    private static async Task CasesShouldBeAsync(KilledPortal portal, List<string> asked, List<string> straight)
    {
        var cases = await portal.ReadAsync(db => db.Cases.AsNoTracking().Where(row => row.TypeId == "killed" && row.Title != "Straight").ToListAsync());
        cases.Select(row => row.CorrelationId).Order().ShouldBe(asked.Order());
        cases.ShouldAllBe(row => row.Status == CaseStatus.Finished && row.Outcome == "Done");
        foreach (var row in cases)
        {
            (await portal.JournalAsync(row.Id)).ShouldBe(straight);
        }

        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.Key.StartsWith("workflow:")))).ShouldBe(LettersPerCase * (asked.Count + 1));
        (await portal.ReadAsync(db => db.Set<ContentItemRow>().CountAsync(item => item.DisplayText.StartsWith("Made of Killed")))).ShouldBe(asked.Count);
        (await portal.ReadAsync(db => db.Set<ContentItemRow>().CountAsync(item => asked.Contains(item.ContentItemId)))).ShouldBe(2 * asked.Count);
        (await portal.ReadAsync(db => OfKilled(db, db.CaseWaits.Select(wait => wait.CaseId)).CountAsync())).ShouldBe(0);
        (await portal.ReadAsync(db => db.WorkflowWork.CountAsync())).ShouldBe(0);
    }

    private async Task LettersShouldBeAsync(KilledPortal portal, MailDev mail, int cases, int cameMeanwhile)
    {
        var messages = await portal.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == "email").ToListAsync());
        var came = await mail.LettersAsync();
        var ids = came.Select(letter => letter.MessageId.Split('@')[0]).ToList();
        List<string> inDoubt = [.. messages.Where(message => message.State == OutboxState.InDoubt).Select(message => message.Id)];
        var lost = messages.Select(message => message.Id).Except(ids).Except(inDoubt).ToList();
        List<string> twice = [.. ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key)];
        output.WriteLine(
            $"{messages.Count} letters, {came.Count} came, {cameMeanwhile} of them between kills; {lost.Count} lost, {twice.Count} twice; {inDoubt.Count} in doubt, of which {inDoubt.Intersect(ids).Count()} came");
        messages.Count.ShouldBe(LettersPerCase * cases);
        // What is in doubt is shown to administrators, who decide: it is not lost, whether it came or not.
        lost.ShouldBeEmpty("These letters are lost.");
        twice.ShouldBeEmpty("These letters came twice.");
        came.Select(letter => letter.Subject).ShouldBeUnique("Two letters say the same.");
    }

    /// <summary>A portal of this process on a database that other processes share.</summary>
    // The demonstration has cases, too.
    private static IQueryable<string> OfKilled(PortalDb db, IQueryable<string> caseIds) =>
        caseIds.Join(db.Cases.Where(row => row.TypeId == "killed"), id => id, row => row.Id, (id, _) => id);

    private sealed class KilledPortal : PortalHost
    {
        private DatabaseCopy? copy;

        public string ConnectionString => copy!.ConnectionString;

        /// <summary>Has what waits for a time come due, as if the days had gone by.</summary>
        public async Task LetTimePassAsync()
        {
            await using var scope = Scope();
            var (now, db) = (DateTime.UtcNow, scope.ServiceProvider.GetRequiredService<PortalDb>());
            var cases = db.Cases.Where(row => row.TypeId == "killed").Select(row => row.Id);
            await db.CaseWaits.Where(wait => wait.DueUtc > now && cases.Contains(wait.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(wait => wait.DueUtc, now));
        }

        /// <summary>How many cases have ended, but for the straight one.</summary>
        public Task<int> EndedAsync() => this.ReadAsync(db => db.Cases.CountAsync(row => row.TypeId == "killed" && row.EndedUtc != null && row.Title != "Straight"));

        /// <summary>How many steps have been done.</summary>
        public Task<int> DoneAsync() => this.ReadAsync(db => OfKilled(db, db.CaseJournal.Select(line => line.CaseId)).CountAsync());

        /// <summary>Waits until a number of steps have been done, or all cases have ended.</summary>
        public async Task UntilDoneAsync(int steps, int cases)
        {
            using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            for (var look = 0; await DoneAsync() < steps && await EndedAsync() < cases; look++)
            {
                // Now and then, because SQLite lets one write at a time.
                await (look % 20 == 0 ? LetTimePassAsync() : Task.CompletedTask);
                await looks.WaitForNextTickAsync(limit.Token);
            }
        }

        /// <summary>Waits until all cases have ended and nothing waits to be sent.</summary>
        public async Task UntilSentAsync(int cases)
        {
            await UntilDoneAsync(int.MaxValue, cases);
            using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            while (await this.ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(
                message => message.Kind == "email" && (message.State == OutboxState.Waiting || message.State == OutboxState.Sending))))
            {
                await looks.WaitForNextTickAsync(limit.Token);
            }
        }

        protected override async Task<DatabaseCopy> MakeDatabaseAsync() => copy = await base.MakeDatabaseAsync();
    }
}
