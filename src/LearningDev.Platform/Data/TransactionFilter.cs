using LearningDev.Platform.Events;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Data;

/// <summary>
/// Opens one connection for each page that a person looks at, and one transaction for each request that may change something, which it
/// commits when the handler is done. It rolls back when the handler throws, and when it refused what was sent before anything had happened. A handler that wrote rows without publishing an event has
/// changed something without audit, which is a defect.
/// </summary>
internal sealed class TransactionFilter(PortalDb db, IEvents events) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var method = context.HttpContext.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.HandlerMethod is null)
        {
            // The page's queries share one connection, which is given back when the request is over. The page that tells of a fault must do without.
            if (context.HttpContext.User.Identity?.IsAuthenticated == true && context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
            {
                await db.Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
            }

            await next();
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
        var executed = await next();
        if (executed.Exception is not null && !executed.ExceptionHandled)
        {
            return;
        }

        if (!context.ModelState.IsValid && events.Published == 0)
        {
            return;
        }

        if (db.RowsWritten > 0 && events.Published == 0)
        {
            throw new InvalidOperationException($"{context.ActionDescriptor.DisplayName} wrote rows without publishing an event.");
        }

        await transaction.CommitAsync(CancellationToken.None);
    }
}
