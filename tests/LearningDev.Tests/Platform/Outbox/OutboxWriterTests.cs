using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Outbox;

public class OutboxWriterTests(OutboxPortal portal) : IClassFixture<OutboxPortal>
{
    [Fact]
    public async Task Enqueue_TransactionRolledBack_LeavesNothing()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            (await scope.ServiceProvider.GetRequiredService<IOutbox>().EnqueueAsync(new Parcel("x"), "rolled-back")).ShouldBeTrue();
            await transaction.RollbackAsync();
        }

        (await db.Set<OutboxMessage>().AnyAsync(row => row.Key == "rolled-back")).ShouldBeFalse();
    }

    [Fact]
    public async Task Enqueue_TransactionCommitted_WakesTheDelivererThenAndNotBefore()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var signal = scope.ServiceProvider.GetRequiredService<OutboxSignal>();
        // Other tests of this portal have woken it too.
        while (await signal.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<IOutbox>().EnqueueAsync(new Parcel("x"), "committed");

        (await signal.WaitAsync(TimeSpan.Zero, CancellationToken.None)).ShouldBeFalse();
        await transaction.CommitAsync();

        (await signal.WaitAsync(TimeSpan.Zero, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Enqueue_SameKey_IsThereOnce()
    {
        await using var scope = portal.Scope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();

        (await outbox.EnqueueAsync(new Parcel("first"), "twice")).ShouldBeTrue();
        (await outbox.EnqueueAsync(new Parcel("second"), "twice")).ShouldBeFalse();
        await portal.DeliverAsync();
        (await outbox.EnqueueAsync(new Parcel("third"), "twice")).ShouldBeFalse();
        await portal.DeliverAsync();

        portal.TimesDelivered("twice").ShouldBe(1);
    }

    [Fact]
    public async Task Enqueue_SeveralAtOnceWithOneKey_OneIsNew()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            await using var scope = portal.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var isNew = await scope.ServiceProvider.GetRequiredService<IOutbox>().EnqueueAsync(new Parcel($"{number}"), "race");
            await transaction.CommitAsync();
            return isNew;
        }));

        answers.Count(isNew => isNew).ShouldBe(1);
    }

    [Fact]
    public async Task Enqueue_Content_IsNotReadableInTheDatabase()
    {
        var message = await portal.EnqueueAsync("secret", "https://portal.example/reset?token=abc");

        message.Payload.ShouldNotBeNull().ShouldNotContain("token");
        message.About.ShouldBe("a parcel");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Enqueue_NoKey_IsRefused(string key)
    {
        await using var scope = portal.Scope();
        await Should.ThrowAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<IOutbox>().EnqueueAsync(new Parcel("x"), key));
    }

    [Fact]
    public async Task Enqueue_KeyTooLongOrTypeOfNobody_IsRefused()
    {
        await using var scope = portal.Scope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();

        await Should.ThrowAsync<InvalidOperationException>(() => outbox.EnqueueAsync(new Parcel("x"), new string('k', 201)));
        (await Should.ThrowAsync<InvalidOperationException>(() => outbox.EnqueueAsync("a string", "key"))).Message.ShouldContain("String");
    }
}
