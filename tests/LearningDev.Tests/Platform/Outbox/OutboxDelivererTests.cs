using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Outbox;

[Requirement("ADM-05")]
public sealed class OutboxDelivererTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly OutboxPortal portal = new();

    public Task InitializeAsync() => portal.InitializeAsync();

    public Task DisposeAsync() => portal.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Deliver_Due_HandsItOverOnceAndForgetsItsContent()
    {
        var message = await portal.EnqueueAsync("one");

        (await portal.DeliverAsync()).ShouldBe(1);
        (await portal.DeliverAsync()).ShouldBe(0);

        portal.Delivered.ShouldHaveSingleItem().ShouldBe((new Parcel("A secret"), new OutboxDelivery(message.Id, "one", 1)));
        var delivered = await portal.MessageAsync("one");
        delivered.State.ShouldBe(OutboxState.Delivered);
        delivered.Payload.ShouldBeNull();
        delivered.EndedUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task Deliver_NotBefore_WaitsForItsTime()
    {
        await portal.EnqueueAsync("later", notBefore: DateTime.UtcNow.AddHours(2));

        (await portal.DeliverAsync()).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromHours(3));
        (await portal.DeliverAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Deliver_FailsForNow_IsTriedAgainAfterAGrowingPause()
    {
        portal.Answer = delivery => delivery.Attempt < 3 ? throw new IOException("The line is busy.") : Task.CompletedTask;
        await portal.EnqueueAsync("busy");

        (await portal.DeliverAsync()).ShouldBe(1);
        (await portal.DeliverAsync()).ShouldBe(0);
        var first = await portal.MessageAsync("busy");
        (first.State, first.LastError, first.LeaseBy).ShouldBe((OutboxState.Waiting, "The line is busy.", null));
        portal.Clock.Advance(TimeSpan.FromSeconds(13));
        (await portal.DeliverAsync()).ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromSeconds(13));
        (await portal.DeliverAsync()).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromSeconds(13));
        (await portal.DeliverAsync()).ShouldBe(1);

        var message = await portal.MessageAsync("busy");
        (message.State, message.Attempts, message.LastError).ShouldBe((OutboxState.Delivered, 3, ""));
    }

    [Fact]
    public async Task Deliver_FailsTooOften_IsSetAsideWithItsError()
    {
        portal.Answer = _ => throw new IOException(new string('e', 2000));
        await portal.EnqueueAsync("hopeless");

        for (var attempt = 0; attempt < 12; attempt++)
        {
            await portal.DeliverAsync();
            portal.Clock.Advance(TimeSpan.FromHours(6));
        }

        var message = await portal.MessageAsync("hopeless");
        (message.State, message.Attempts).ShouldBe((OutboxState.Failed, 10));
        message.LastError.Length.ShouldBe(1000);
        message.Payload.ShouldNotBeNull();
    }

    [Fact]
    public async Task Deliver_Undeliverable_IsSetAsideAtOnce()
    {
        portal.Answer = _ => throw new UndeliverableException("No such person.");
        await portal.EnqueueAsync("nobody");

        await portal.DeliverAsync();

        var message = await portal.MessageAsync("nobody");
        (message.State, message.Attempts, message.LastError).ShouldBe((OutboxState.Failed, 1, "No such person."));
    }

    [Fact]
    public async Task Deliver_InDoubt_IsNotDeliveredAgain()
    {
        portal.Answer = _ => throw new DeliveryInDoubtException("It may have arrived.");
        await portal.EnqueueAsync("doubt");

        await portal.DeliverAsync();
        portal.Clock.Advance(TimeSpan.FromDays(1));
        (await portal.DeliverAsync()).ShouldBe(0);

        (await portal.MessageAsync("doubt")).State.ShouldBe(OutboxState.InDoubt);
    }

    [Fact]
    public async Task Deliver_ContentUnreadable_IsSetAside()
    {
        await portal.EnqueueAsync("unreadable");
        await ChangeAsync(rows => rows.ExecuteUpdateAsync(row => row.SetProperty(x => x.Payload, "nonsense")));

        await portal.DeliverAsync();

        (await portal.MessageAsync("unreadable")).LastError.ShouldContain("the keys that it was encrypted with are gone");
    }

    [Fact]
    public async Task Deliver_ModuleSwitchedOff_Waits()
    {
        await using var off = new PortalWithoutModule();
        await off.InitializeAsync();
        await off.EnqueueAsync("off");

        (await off.DeliverAsync()).ShouldBe(0);

        (await off.MessageAsync("off")).State.ShouldBe(OutboxState.Waiting);
    }

    [Fact]
    public async Task Deliver_TakenByAnotherNode_IsTakenOverOnlyWhenItsLeaseIsOver()
    {
        await portal.EnqueueAsync("taken");
        await ChangeAsync(rows => rows.ExecuteUpdateAsync(row => row
            .SetProperty(x => x.State, OutboxState.Sending).SetProperty(x => x.Attempts, 1)
            .SetProperty(x => x.LeaseBy, "elsewhere 1").SetProperty(x => x.LeaseUntilUtc, DateTime.UtcNow.AddMinutes(5))));

        (await portal.DeliverAsync()).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        (await portal.DeliverAsync()).ShouldBe(1);

        portal.Delivered.ShouldHaveSingleItem().Delivery.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Deliver_TakenOverWhileItWasDelivered_LeavesTheOtherNodesState()
    {
        portal.Answer = _ => ChangeAsync(rows => rows.ExecuteUpdateAsync(row => row.SetProperty(x => x.LeaseBy, "elsewhere 1")));
        await portal.EnqueueAsync("slow");

        await portal.DeliverAsync();

        (await portal.MessageAsync("slow")).State.ShouldBe(OutboxState.Sending);
    }

    [Fact]
    public async Task FreeOwn_NodeStartedAgain_DeliversWhatItHadTakenAtOnce()
    {
        await portal.EnqueueAsync("own");
        await using var scope = portal.Scope();
        var name = scope.ServiceProvider.GetRequiredService<PortalNode>().Name;
        await ChangeAsync(rows => rows.ExecuteUpdateAsync(row => row
            .SetProperty(x => x.LeaseBy, name).SetProperty(x => x.LeaseUntilUtc, DateTime.UtcNow.AddMinutes(5))));

        (await portal.DeliverAsync()).ShouldBe(0);
        (await scope.ServiceProvider.GetRequiredService<OutboxDeliverer>().FreeOwnAsync(CancellationToken.None)).ShouldBe(1);
        (await portal.DeliverAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Deliver_TwoNodesAtOnce_EachMessageOnce()
    {
        var keys = Enumerable.Range(0, 60).Select(number => $"shared {number}").ToList();
        foreach (var key in keys)
        {
            await portal.EnqueueAsync(key);
        }

        await using var scope = portal.Scope();
        using var second = new PortalNode(scope.ServiceProvider.GetRequiredService<IConfiguration>(), scope.ServiceProvider.GetRequiredService<IHostEnvironment>());
        second.Name.ShouldNotBe(scope.ServiceProvider.GetRequiredService<PortalNode>().Name);
        var other = new OutboxDeliverer(
            scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), scope.ServiceProvider.GetRequiredService<ModuleRegistry>(), second,
            new OutboxOptions { Batch = 5 }, scope.ServiceProvider.GetRequiredService<OutboxPayload>(), portal.Clock, NullLogger<OutboxDeliverer>.Instance);

        var tried = await Task.WhenAll(portal.DeliverAsync(), other.DeliverDueAsync());

        tried.Sum().ShouldBe(60);
        keys.ShouldAllBe(key => portal.TimesDelivered(key) == 1);
    }

    [Fact]
    public async Task Retention_OldDeliveredMessages_AreDeletedAndFailedOnesStay()
    {
        await portal.EnqueueAsync("old");
        await portal.DeliverAsync();
        portal.Answer = _ => throw new UndeliverableException("No.");
        await portal.EnqueueAsync("failed");
        await portal.DeliverAsync();
        portal.Clock.Advance(TimeSpan.FromDays(31));

        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<OutboxRetentionJob>().RunAsync(CancellationToken.None)).ShouldBe("1 message deleted");

        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().Select(row => row.Key).ToListAsync()).ShouldBe(["failed"]);
    }

    private async Task ChangeAsync(Func<IQueryable<OutboxMessage>, Task> change)
    {
        await using var scope = portal.Scope();
        await change(scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>());
    }

    private sealed class PortalWithoutModule : OutboxPortal
    {
        protected override string Module => "LearningDev.Absent";
    }
}
