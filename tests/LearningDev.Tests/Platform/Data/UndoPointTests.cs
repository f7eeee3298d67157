using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Data;

[Requirement("ADM-03")]
public class UndoPointTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Undoably_Fault_LeavesNeitherRowNorAuditNorWhatWaits()
    {
        var (kept, undone) = ("kept-before", "undone-after");
        var woken = 0;
        await using (var scope = portal.Scope())
        {
            var (db, events) = Services(scope);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await AddAsync(db, events, kept);
            await Should.ThrowAsync<FormatException>(() => db.UndoablyAsync(async () =>
            {
                await AddAsync(db, events, undone);
                db.OnCommitted(() => woken++);
                throw new FormatException();
            }));
            await transaction.CommitAsync();
        }

        (await FoundAsync(kept)).ShouldBe((true, 1));
        (await FoundAsync(undone)).ShouldBe((false, 0));
        woken.ShouldBe(0);
    }

    [Fact]
    public async Task Undo_OuterAfterAnInnerOneWasUndone_LeavesNothingOfEither()
    {
        await using (var scope = portal.Scope())
        {
            var (db, events) = Services(scope);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var outer = await db.MarkAsync();
            await AddAsync(db, events, "outer");
            var inner = await db.MarkAsync();
            await AddAsync(db, events, "inner");
            await inner.UndoAsync();
            await AddAsync(db, events, "after-inner");
            await outer.UndoAsync();
            await AddAsync(db, events, "after-outer");
            await transaction.CommitAsync();
        }

        foreach (var code in (string[])["outer", "inner", "after-inner"])
        {
            (await FoundAsync(code)).ShouldBe((false, 0), code);
        }

        (await FoundAsync("after-outer")).ShouldBe((true, 1));
    }

    [Fact]
    public async Task Mark_WithoutTransaction_IsRefused()
    {
        await using var scope = portal.Scope();
        await Should.ThrowAsync<InvalidOperationException>(() => Services(scope).Db.MarkAsync());
    }

    private static (PortalDb Db, IEvents Events) Services(AsyncServiceScope scope) =>
        (scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<IEvents>());

    private static async Task AddAsync(PortalDb db, IEvents events, string code)
    {
        db.Units.Add(new() { Code = code, Name = code, Kind = LearningDev.Platform.People.UnitKind.Directorate });
        await db.SaveChangesAsync();
        await events.PublishAsync(new UnitAdded(code));
    }

    private async Task<(bool HasRow, int Audited)> FoundAsync(string code)
    {
        await using var scope = portal.Scope();
        var db = Services(scope).Db;
        return (await db.Units.AnyAsync(unit => unit.Code == code), await db.AuditEntries.CountAsync(entry => entry.SubjectId == code));
    }

    private sealed record UnitAdded(string Code) : IPortalEvent
    {
        public AuditSubject Subject => new("Unit", Code, Code);

        public string Summary => $"Added {Code}";
    }
}
