using System.Globalization;
using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Mail;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.Tests.Platform.Outbox;

/// <summary>
/// A portal that is killed again and again while it sends to a real mail server: no letter is lost, none comes twice. One kill, or as many as the
/// environment variable LEARNINGDEV_KILLS says.
/// </summary>
[Requirement("ADM-05")]
public class KillTests(ITestOutputHelper output)
{
    private const int LettersPerKill = 40;

    // In milliseconds after the first letter has been begun.
    private const int LongestLife = 250;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEARNINGDEV_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 1;

    [Fact]
    public async Task Kill_WhileSending_LosesNoLetterAndSendsNoneTwice()
    {
        await using var mail = await MailDev.StartAsync();
        await using var database = new SeededPortal();
        await database.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("learningdev-killed-");
        Dictionary<string, string?> settings = new(mail.Settings)
        {
            ["Node:Folder"] = folder.FullName,
            ["Jobs:Run"] = "false",
            // Nobody asks for so many letters.
            ["RateLimits:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        await AskForLettersAsync(database.ConnectionString, settings, Kills * LettersPerKill);

        Dictionary<string, int> stages = [];
        var random = new Random();
        for (var kill = 0; kill < Kills; kill++)
        {
            var known = NoteIn(folder);
            await using var portal = await PortalProcess.StartAsync(database.ConnectionString, settings);
            await UntilItSendsAsync(folder, known);
            // The moment of the kill is what is tested: any will do, and each run has others.
            await Task.Delay(random.Next(LongestLife));
            await portal.KillAsync();
            var stage = await database.CountAsync(OutboxState.Sending) > 0 ? StageIn(folder) : "between letters";
            stages[stage] = stages.GetValueOrDefault(stage) + 1;
        }

        var cameMeanwhile = (await mail.LettersAsync()).Count;

        await using (await PortalProcess.StartAsync(database.ConnectionString, settings))
        {
            await database.UntilSentAsync();
        }

        var expected = await database.IdsAsync();
        var letters = (await mail.LettersAsync()).Select(letter => letter.MessageId.Split('@')[0]).ToList();
        var inDoubt = await database.IdsAsync(OutboxState.InDoubt);
        output.WriteLine(
            $"{Kills} kills ({string.Join(", ", stages.Select(stage => $"{stage.Value} at {stage.Key}"))}); {expected.Count} letters, {letters.Count} came, "
            + $"{cameMeanwhile} of them between kills; {inDoubt.Count} in doubt, of which {inDoubt.Intersect(letters).Count()} came");
        // What is in doubt is shown to administrators, who decide: it is not lost, whether it came or not.
        expected.Except(letters).Except(inDoubt).ShouldBeEmpty("These letters are lost.");
        letters.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty("These letters came twice.");
        expected.Count.ShouldBe(Kills * LettersPerKill);
        folder.Delete(recursive: true);
    }

    // What the killed process had noted last, for the record.
    private static string StageIn(DirectoryInfo folder) => NoteIn(folder) is { Length: > 0 } note ? $"{(HandOverStage)note[0]}" : "no note";

    private static byte[] NoteIn(DirectoryInfo folder) =>
        Path.Combine(folder.FullName, "nodes", "1", "handover") is var file && File.Exists(file) ? File.ReadAllBytes(file) : [];

    private static async Task UntilItSendsAsync(DirectoryInfo folder, byte[] known)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (NoteIn(folder).AsSpan().SequenceEqual(known))
        {
            await looks.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task AskForLettersAsync(string connectionString, IEnumerable<KeyValuePair<string, string?>> settings, int count)
    {
        await using var portal = await PortalProcess.StartAsync(connectionString, [.. settings, new("Outbox:Deliver", "false")]);
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync("/admin/messages/test")).Form("/admin/messages/test");
        for (var letter = 0; letter < count; letter++)
        {
            using var answer = await client.SubmitAsync(form);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        }

        await portal.StopAsync();
    }
}

/// <summary>A database with the demonstration council for processes that share it, and a portal of this process beside them that only looks at it.</summary>
public sealed class SeededPortal : PortalHost
{
    private DatabaseCopy? copy;

    public string ConnectionString => copy!.ConnectionString;

    internal async Task<int> CountAsync(OutboxState state) => await WithAsync(rows => rows.CountAsync(row => row.State == state));

    internal async Task<List<string>> IdsAsync(OutboxState? state = null) =>
        await WithAsync(rows => rows.Where(row => row.Kind == "email" && (state == null || row.State == state)).Select(row => row.Id).ToListAsync());

    /// <summary>Waits until nothing waits to be sent.</summary>
    internal async Task UntilSentAsync()
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await WithAsync(rows => rows.AnyAsync(row => row.State == OutboxState.Waiting || row.State == OutboxState.Sending)))
        {
            await looks.WaitForNextTickAsync(limit.Token);
        }
    }

    protected override async Task<DatabaseCopy> MakeDatabaseAsync() => copy = await base.MakeDatabaseAsync();

    private async Task<T> WithAsync<T>(Func<IQueryable<OutboxMessage>, Task<T>> read)
    {
        await using var scope = Scope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().AsNoTracking());
    }
}
