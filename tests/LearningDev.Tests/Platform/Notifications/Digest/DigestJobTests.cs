using LearningDev.Platform.Notifications;
using LearningDev.Platform.Notifications.Digest;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Scheduling;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Digest;

[Requirement("ADM-01")]
public sealed class DigestJobTests : IAsyncLifetime, IAsyncDisposable
{
    // Eight in the morning of the next day, when the council's clock is that of Greenwich.
    private static readonly DateTime NextDay = new(2026, 3, 11, 8, 0, 0, DateTimeKind.Utc);

    private readonly NotificationPortal portal = new();
    private string employee = "";

    public async Task InitializeAsync()
    {
        await portal.InitializeAsync();
        employee = await portal.IdAsync("employee");
        await portal.PreferAsync(employee, digestHour: 8);
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Run_AtTheHour_SendsOneLetterWithAllThatWasKept()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        await portal.TellAsync(NotificationPortal.Something("two", employee));
        await portal.TellAsync(NotificationPortal.Something("urgent", employee) with { Importance = NotificationImportance.Urgent });

        (await portal.MessagesAsync(employee, "one")).ShouldBeEmpty();
        (await portal.MessagesAsync(employee, "urgent")).Count.ShouldBe(1);
        portal.Clock.StopAt(NextDay.AddMinutes(-1));
        await portal.RunAsync(DigestJob.Manifest);
        (await DigestsAsync()).ShouldBeEmpty();
        portal.Clock.StopAt(NextDay);
        (await portal.RunAsync(DigestJob.Manifest)).ShouldBe(JobOutcome.Done);
        (await portal.RunAsync(DigestJob.Manifest)).ShouldBe(JobOutcome.Done);

        var letter = await portal.LetterAsync((await DigestsAsync()).ShouldHaveSingleItem());
        letter.Subject.ShouldStartWith("2 notifications – ");
        var row = await portal.RowAsync(employee, "one");
        letter.Text.ShouldContain($"News of a <b>thing</b>\nThere is a <b>thing</b> for Sam.\nhttps://portal.council.example/notifications/{row.Id}\n");
        letter.Text.Split("News of").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Run_WhatCameAfterTheDigest_ComesWithTheNextDays()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        portal.Clock.StopAt(NextDay);
        await portal.RunAsync(DigestJob.Manifest);
        await portal.TellAsync(NotificationPortal.Something("two", employee));
        portal.Clock.Advance(TimeSpan.FromHours(10));
        await portal.RunAsync(DigestJob.Manifest);
        (await DigestsAsync()).Count.ShouldBe(1);

        portal.Clock.StopAt(NextDay.AddDays(1));
        await portal.RunAsync(DigestJob.Manifest);

        (await DigestsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Run_OtherHourChosenSince_IsStillOneLetterADay()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        portal.Clock.StopAt(NextDay);
        await portal.RunAsync(DigestJob.Manifest);
        await portal.PreferAsync(employee, digestHour: 15);
        await portal.TellAsync(NotificationPortal.Something("two", employee));
        portal.Clock.StopAt(NextDay.AddHours(7));
        await portal.RunAsync(DigestJob.Manifest);

        (await DigestsAsync()).Count.ShouldBe(1);
        (await portal.RowAsync(employee, "two")).DigestDueUtc.ShouldBe(NextDay.AddHours(31));
    }

    [Fact]
    public async Task Run_TwoAtOnceAndOneEndedInTheMiddle_SendEachLetterOnce()
    {
        var all = await Task.WhenAll(new[] { "manager", "hr", "editor", "coach" }.Select(portal.IdAsync));
        foreach (var person in all)
        {
            await portal.PreferAsync(person, digestHour: 8);
        }

        await portal.TellAsync(NotificationPortal.Something("all", [employee, .. all]));
        portal.Clock.StopAt(NextDay);
        using (var ended = new CancellationTokenSource())
        {
            await ended.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(ended.Token));
        }

        await Task.WhenAll(RunAsync(default), RunAsync(default), RunAsync(default));

        (await DigestsAsync()).Count.ShouldBe(5);
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.DigestDueUtc != null))).ShouldBe(0);
    }

    [Fact]
    public async Task Run_HasLeftOrHasNoAddress_GetsNone()
    {
        await portal.TellAsync(NotificationPortal.Something("one", employee));
        await portal.ChangePersonAsync(employee, person => person.LeavesOn = new DateOnly(2026, 3, 10));
        portal.Clock.StopAt(NextDay);

        await portal.RunAsync(DigestJob.Manifest);

        (await DigestsAsync()).ShouldBeEmpty();
        (await portal.RowAsync(employee, "one")).DigestDueUtc.ShouldBeNull();
    }

    [Fact]
    public async Task Run_HourIsQuiet_WaitsUntilTheQuietHoursAreOver()
    {
        await portal.PreferAsync(employee, digestHour: 5);
        await portal.TellAsync(NotificationPortal.Something("early", employee));
        portal.Clock.StopAt(NextDay.AddHours(-3));

        await portal.RunAsync(DigestJob.Manifest);

        (await DigestsAsync()).ShouldHaveSingleItem().NextAttemptUtc.ShouldBe(NextDay.AddHours(-1));
    }

    private Task<List<OutboxMessage>> DigestsAsync() => portal.ReadAsync(db =>
        db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Key.StartsWith("notification-digest:")).OrderBy(message => message.CreatedUtc).ToListAsync());

    private Task<string> RunAsync(CancellationToken cancellation) => portal.WithAsync(services => services.GetRequiredService<DigestJob>().RunAsync(cancellation));
}
