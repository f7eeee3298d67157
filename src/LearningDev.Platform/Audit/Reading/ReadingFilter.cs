using LearningDev.Platform.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Audit.Reading;

/// <summary>Records that a page marked with <see cref="RecordsReadingAttribute"/> was shown: after its handler, before anything of it is sent.</summary>
internal sealed class ReadingFilter(string page) : IAsyncPageFilter
{
    /// <summary>The kind of subject of a page that shows no one thing.</summary>
    internal const string PageKind = "Page";

    public static void AddTo(PageApplicationModel page)
    {
        if (page.HandlerTypeAttributes.OfType<RecordsReadingAttribute>().FirstOrDefault() is { } marked)
        {
            page.Filters.Add(new ReadingFilter(marked.Page));
        }
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) || executed.Exception is not null || executed.Result is not PageResult)
        {
            return;
        }

        var subject = context.HandlerInstance is IReadingSubject one ? one.ReadingSubject : new AuditSubject(PageKind, "", page);
        if (subject is not null)
        {
            await context.HttpContext.RequestServices.GetRequiredService<SensitiveReadings>().RecordAsync(page, subject, context.HttpContext.RequestAborted);
        }
    }
}
