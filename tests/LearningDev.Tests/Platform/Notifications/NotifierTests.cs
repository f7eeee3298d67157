using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications;

[Requirement("ADM-01")]
public sealed class NotifierTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly NotificationPortal portal = new();
    private string employee = "";

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        employee = await portal.IdAsync("employee");
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Notify_Person_IsToldInThePortalAndByEmail()
    {
        (await portal.TellAsync(NotificationPortal.Something("one", employee))).ShouldBe(1);

        var row = await portal.RowAsync(employee, "one");
        (row.Subject, row.Summary, row.Link, row.IsListed, row.ReadUtc, row.DigestDueUtc)
            .ShouldBe(("News of a <b>thing</b>", "There is a <b>thing</b> for Sam.", "/profile", true, null, null));
        var (kind, message) = (await portal.MessagesAsync(employee, "one")).ShouldHaveSingleItem();
        (kind, message.NextAttemptUtc).ShouldBe(("email", NotificationPortal.Morning));
        var letter = await portal.LetterAsync(message);
        letter.To.ShouldBe("employee@northbourne.example");
        letter.Subject.ShouldStartWith("News of a <b>thing</b> – ");
        letter.Text.ShouldStartWith($"Dear Sam,\n\nPlease look at a <b>thing</b>.\n\nThe test says so.\n\nhttps://portal.council.example/notifications/{row.Id}\n\n");
        letter.Text.ShouldContain("https://portal.council.example/account/notifications");
    }

    [Fact]
    public async Task Notify_SameKeyAgain_TellsOnlyWhoHasNotBeenTold()
    {
        var manager = await portal.IdAsync("manager");
        (await portal.TellAsync(NotificationPortal.Something("again", employee))).ShouldBe(1);
        (await portal.TellAsync(NotificationPortal.Something("again", employee, manager, employee))).ShouldBe(1);
        (await portal.TellAsync(NotificationPortal.Something("again", employee, manager))).ShouldBe(0);
        (await portal.RowsAsync("again")).ShouldBe(2);
        (await portal.MessagesAsync(employee, "again")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notify_SeveralAtOnce_TellOnce()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.TellAsync(NotificationPortal.Something("race", employee))));

        told.Sum().ShouldBe(1);
        (await portal.MessagesAsync(employee, "race")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notify_RolledBack_TellsNobody()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            (await scope.ServiceProvider.GetRequiredService<INotifications>().NotifyAsync(NotificationPortal.Something("back", employee))).ShouldBe(1);
            await transaction.RollbackAsync();
        }

        (await portal.RowsAsync("back")).ShouldBe(0);
        (await db.Set<OutboxMessage>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Notify_LeftDisabledAndUnknown_AreNotTold()
    {
        var (left, disabled, leaving) = (await portal.IdAsync("manager"), await portal.IdAsync("hr"), await portal.IdAsync("editor"));
        await portal.ChangePersonAsync(left, person => person.LeavesOn = new DateOnly(2026, 3, 9));
        await portal.ChangePersonAsync(disabled, person => person.DisabledUtc = NotificationPortal.Morning);
        await portal.ChangePersonAsync(leaving, person => person.LeavesOn = new DateOnly(2026, 3, 10));

        (await portal.TellAsync(NotificationPortal.Something("gone", left, disabled, leaving, "nobody"))).ShouldBe(1);

        (await portal.RowAsync(leaving, "gone")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Notify_ModuleIsOff_TellsNobody() =>
        (await portal.TellAsync(NotificationPortal.Something("off", employee) with { Kind = NotificationPortal.Absent })).ShouldBe(0);

    [Fact]
    public async Task Notify_ThreeHundredPeople_TakesFewQueries()
    {
        var ids = await portal.ReadAsync(async db =>
        {
            List<LearningDev.Platform.People.Person> people = [.. Enumerable.Range(0, 300).Select(number => new LearningDev.Platform.People.Person
            {
                UserName = $"many{number}", NormalizedUserName = $"MANY{number}", GivenName = "Many", FamilyName = $"{number}", Email = $"many{number}@council.example",
            })];
            db.AddRange(people);
            await db.SaveChangesAsync();
            return people.ConvertAll(person => person.Id);
        });
        portal.Queries.Restart();

        (await portal.TellAsync(NotificationPortal.Something("many", [.. ids]))).ShouldBe(300);

        portal.Queries.Count.ShouldBeLessThan(25);
        (await portal.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(message => message.Kind == "email"))).ShouldBe(300);
    }

    [Fact]
    public async Task Notify_QuietHours_WaitsUntilTheyAreOverButInThePortal()
    {
        // Half past nine in the evening, on the evening before the clocks go forward.
        portal.Clock.StopAt(new DateTime(2026, 3, 28, 21, 30, 0, DateTimeKind.Utc));

        await portal.TellAsync(NotificationPortal.Something("quiet", employee));
        await portal.TellAsync(NotificationPortal.Something("urgent", employee) with { Importance = NotificationImportance.Urgent });

        (await portal.RowAsync(employee, "quiet")).IsListed.ShouldBeTrue();
        (await portal.MessagesAsync(employee, "quiet"))["email"].NextAttemptUtc.ShouldBe(new DateTime(2026, 3, 29, 6, 0, 0, DateTimeKind.Utc));
        (await portal.MessagesAsync(employee, "urgent"))["email"].NextAttemptUtc.ShouldBe(portal.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Notify_NoQuietHours_IsSentAtOnce()
    {
        portal.Clock.StopAt(new DateTime(2026, 3, 28, 21, 30, 0, DateTimeKind.Utc));
        await portal.SetAsync("""{"QuietFrom":7,"QuietUntil":7}""");

        await portal.TellAsync(NotificationPortal.Something("loud", employee));

        (await portal.MessagesAsync(employee, "loud"))["email"].NextAttemptUtc.ShouldBe(portal.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Notify_SwitchedOff_IsNotToldSoUnlessTheKindIsFixed()
    {
        await portal.PreferAsync(employee, choices:
            [(NotificationPortal.Usual, NotificationChannel.Email, false), (NotificationPortal.Usual, NotificationChannel.Portal, false), (NotificationPortal.Fixed, NotificationChannel.Email, false)]);

        await portal.TellAsync(NotificationPortal.Something("chosen", employee));
        await portal.TellAsync(NotificationPortal.Something("duty", employee) with { Kind = NotificationPortal.Fixed });

        (await portal.MessagesAsync(employee, "chosen")).ShouldBeEmpty();
        (await portal.RowAsync(employee, "chosen")).IsListed.ShouldBeFalse();
        (await portal.MessagesAsync(employee, "duty")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notify_ByText_GoesToTheNumberOnceTextsAreSetUp()
    {
        await portal.PreferAsync(employee, textNumber: "+447700900982", choices: [(NotificationPortal.Usual, NotificationChannel.Text, true)]);
        await portal.TellAsync(NotificationPortal.Something("no texts yet", employee));
        await portal.UseNotifyAsync();

        await portal.TellAsync(NotificationPortal.Something("text", employee));

        (await portal.MessagesAsync(employee, "no texts yet")).Keys.ShouldBe(["email"]);
        var message = (await portal.MessagesAsync(employee, "text"))["notify"];
        message.About.ShouldBe("text to …982");
        await portal.DeliverAsync();
        var row = await portal.RowAsync(employee, "text");
        var sent = portal.Notify.Taken.ShouldHaveSingleItem();
        (sent.To, sent.Reference).ShouldBe(("+447700900982", message.Id));
        sent.Text.ShouldEndWith($": There is a <b>thing</b> for Sam. https://portal.council.example/notifications/{row.Id}");
    }

    [Fact]
    public async Task Notify_WordsOfItsOwn_AreFilledInstead()
    {
        await portal.TellAsync(NotificationPortal.Something("own", employee) with { Words = new NotificationWords("For {{ full_name }}", "See {{ thing }}", "Look") });

        var row = await portal.RowAsync(employee, "own");
        (row.Subject, row.Summary, row.Text).ShouldBe(("For Sam Whitfield", "See a <b>thing</b>", "Look"));
    }

    [Fact]
    public async Task Notify_NotRight_IsRefusedByName()
    {
        var good = NotificationPortal.Something("refused", employee);
        async Task<string> RefusalAsync(Notification notification) => (await Should.ThrowAsync<InvalidOperationException>(() => portal.TellAsync(notification))).Message;

        (await RefusalAsync(good with { Kind = "no-such-kind" })).ShouldContain("no-such-kind");
        (await RefusalAsync(good with { Values = new Dictionary<string, string>() })).ShouldContain("{{ thing }}");
        (await RefusalAsync(good with { Key = "" })).ShouldContain("key");
        (await RefusalAsync(good with { Words = new NotificationWords("{{ wrong }}", "", "") })).ShouldContain("{{ wrong }}");
        foreach (var link in new[] { "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "profile", "/a b" })
        {
            (await RefusalAsync(good with { Link = link })).ShouldContain(link);
        }

        (await portal.RowsAsync("refused")).ShouldBe(0);
    }

    [Fact]
    public async Task Retention_OldNotifications_AreDeletedButForThoseOfADigest()
    {
        var manager = await portal.IdAsync("manager");
        await portal.PreferAsync(manager, digestHour: 8);
        await portal.TellAsync(NotificationPortal.Something("old", employee, manager));
        portal.Clock.Advance(TimeSpan.FromDays(366));
        await portal.TellAsync(NotificationPortal.Something("new", employee));

        await portal.RunAsync(NotificationRetentionJob.Manifest);

        (await portal.ReadAsync(db => db.Set<PersonNotification>().OrderBy(row => row.Key).Select(row => new { row.PersonId, row.Key }).ToListAsync()))
            .Select(row => (row.PersonId, row.Key)).ShouldBe([(employee, "new"), (manager, "old")]);
    }
}
