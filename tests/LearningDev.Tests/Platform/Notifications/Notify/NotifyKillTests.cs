using System.Globalization;
using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Settings;
using LearningDev.Recognition;
using LearningDev.Tests.Platform.Outbox;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.Tests.Platform.Notifications.Notify;

/// <summary>
/// A portal that is killed again and again while it has text messages sent: none is lost, none is sent twice. One kill, or as many as the environment variable
/// LEARNINGDEV_KILLS says.
/// </summary>
[Requirement("ADM-05")]
public class NotifyKillTests(ITestOutputHelper output)
{
    private const int TextsPerKill = 12;

    // In milliseconds after a text message has come.
    private const int LongestLife = 120;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEARNINGDEV_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 1;

    [Fact]
    public async Task Kill_WhileSending_LosesNoTextMessageAndSendsNoneTwice()
    {
        await using var notify = new NotifyStub(() => DateTimeOffset.UtcNow) { Thinks = TimeSpan.FromMilliseconds(10) };
        await notify.StartAsync();
        await using var database = new SeededPortal();
        await database.InitializeAsync();
        await PrepareAsync(database);
        var folder = Directory.CreateTempSubdirectory("learningdev-killed-");
        Dictionary<string, string?> settings = new()
        {
            ["Node:Folder"] = folder.FullName,
            ["Jobs:Run"] = "false",
            ["RateLimits:Enabled"] = "false",
            ["Notify:BaseAddress"] = notify.Address,
            ["Notify:ApiKey"] = NotifyStub.Key,
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        await CelebrateAsync(database.ConnectionString, settings);

        var inTheMiddle = 0;
        var random = new Random();
        for (var kill = 0; kill < Kills; kill++)
        {
            var known = notify.Taken.Count;
            await using var portal = await PortalProcess.StartAsync(database.ConnectionString, settings);
            await UntilAsync(() => notify.Taken.Count > known);
            // The moment of the kill is what is tested: any will do, and each run has others.
            await Task.Delay(random.Next(LongestLife));
            await portal.KillAsync();
            inTheMiddle += await database.CountAsync(OutboxState.Sending);
        }

        await using (await PortalProcess.StartAsync(database.ConnectionString, settings))
        {
            await database.UntilSentAsync();
        }

        output.WriteLine($"{Kills} kills, {inTheMiddle} of them in the middle of a message; {notify.Taken.Count} text messages");
        notify.Taken.Select(message => message.Reference).ShouldBeUnique();
        notify.Taken.Count.ShouldBe(Kills * TextsPerKill);
        (await database.CountAsync(OutboxState.Delivered)).ShouldBe(Kills * TextsPerKill);
        folder.Delete(recursive: true);
    }

    private static async Task PrepareAsync(SeededPortal database)
    {
        await using var scope = database.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        await settings.SaveAsync(new NotificationSettings { QuietFrom = 0, QuietUntil = 0, TextTemplateId = NotifyStub.TextTemplate });
        await settings.SaveAsync(new RecognitionSettings { CelebrationsPerDay = 1000 });
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var id = await db.Users.Where(person => person.UserName == "employee").Select(person => person.Id).SingleAsync();
        db.Add(new NotificationPreference { PersonId = id, TextNumber = "+447700900982", ProvedNumber = "+447700900982" });
        db.Add(new NotificationChoice { PersonId = id, Kind = "celebration", Channel = NotificationChannel.Text, IsOn = true });
        db.Add(new NotificationChoice { PersonId = id, Kind = "celebration", Channel = NotificationChannel.Email, IsOn = false });
        await db.SaveChangesAsync();
    }

    private static async Task CelebrateAsync(string connectionString, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        await using var portal = await PortalProcess.StartAsync(connectionString, [.. settings, new("Outbox:Deliver", "false")]);
        using var client = await portal.SignedInAsAsync("manager");
        var found = await client.GetPageAsync("/recognition/new?q=whitfield");
        var form = (await client.GetPageAsync(found.QuerySelector("main a[href^='/recognition/new/']")!.GetAttribute("href")!)).Form();
        for (var text = 0; text < Kills * TextsPerKill; text++)
        {
            using var answer = await client.SubmitAsync(form, ("Learning", $"Something new {text}"), ("Message", "Well done"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await portal.StopAsync();
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            await looks.WaitForNextTickAsync(limit.Token);
        }
    }
}
