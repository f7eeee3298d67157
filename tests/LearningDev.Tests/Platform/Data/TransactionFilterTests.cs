using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Data;

[Requirement("ADM-03")]
public class TransactionFilterTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_RowsWithoutEvent_IsRefusedAndRolledBack()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync("POST", async (db, _) => await AddAsync(db, "SILENT"))))
            .Message.ShouldBe("The test's page wrote rows without publishing an event.");

        (await IsThereAsync("SILENT")).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_RowsWithEvent_AreCommittedTogether()
    {
        await RunAsync("POST", async (db, events) =>
        {
            await AddAsync(db, "TOLD");
            await events.PublishAsync(new UnitImported("TOLD", "Told"));
        });

        (await IsThereAsync("TOLD")).ShouldBeTrue();
    }

    [Fact]
    public async Task Post_HandlerThrows_IsRolledBack()
    {
        await RunAsync("POST", async (db, events) =>
        {
            await AddAsync(db, "THROWN");
            await events.PublishAsync(new UnitImported("THROWN", "Thrown"));
            throw new InvalidOperationException("After the event");
        });

        (await IsThereAsync("THROWN")).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_RefusedBeforeAnythingHappened_LeavesNothing()
    {
        await RunAsync("POST", async (db, _) => await AddAsync(db, "REFUSED"), isRefused: true);

        (await IsThereAsync("REFUSED")).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_RefusedWithEvent_KeepsWhatHappened()
    {
        await RunAsync(
            "POST",
            async (db, events) =>
            {
                await AddAsync(db, "ATTEMPT");
                await events.PublishAsync(new UnitImported("ATTEMPT", "Attempt"));
            },
            isRefused: true);

        (await IsThereAsync("ATTEMPT")).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Any_OpensNoTransaction() =>
        await RunAsync("GET", (db, _) =>
        {
            db.Database.CurrentTransaction.ShouldBeNull();
            return Task.CompletedTask;
        });

    private static async Task AddAsync(PortalDb db, string code)
    {
        db.Database.CurrentTransaction.ShouldNotBeNull();
        db.Add(new OrganisationUnit { Code = code, Name = code, Kind = UnitKind.Team });
        await db.SaveChangesAsync();
    }

    private async Task<bool> IsThereAsync(string code)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Units.AnyAsync(unit => unit.Code == code);
    }

    private async Task RunAsync(string method, Func<PortalDb, IEvents, Task> handler, bool isRefused = false)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var events = scope.ServiceProvider.GetRequiredService<IEvents>();
        var page = new PageContext(new ActionContext(
            new DefaultHttpContext { Request = { Method = method } }, new RouteData(), new CompiledPageActionDescriptor { DisplayName = "The test's page" }));
        var executing = new PageHandlerExecutingContext(page, [], new HandlerMethodDescriptor(), new Dictionary<string, object?>(), new object());
        await new TransactionFilter(db, events).OnPageHandlerExecutionAsync(executing, async () =>
        {
            var executed = new PageHandlerExecutedContext(page, [], executing.HandlerMethod, executing.HandlerInstance);
            if (isRefused)
            {
                page.ModelState.AddModelError("Code", "That code is taken");
            }

            executed.Exception = await Record.ExceptionAsync(() => handler(db, events));
            return executed.Exception is null or InvalidOperationException ? executed : throw executed.Exception;
        });
    }
}
