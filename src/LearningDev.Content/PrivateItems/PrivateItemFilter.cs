using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.PrivateItems;

/// <summary>Lets the editors' pages of an item answer 404 when the item is private, or not for the editor who asks.</summary>
internal sealed class PrivateItemFilter(PortalDb db, PrivateTypes types, ItemVisibility visibility) : IAsyncResourceFilter
{
    private const string IdOfItem = "id";

    /// <summary>Puts the filter on a page if it is one of the editors' pages of items, whichever module it belongs to.</summary>
    public static void AddTo(PageApplicationModel page)
    {
        if (page.ViewEnginePath.StartsWith("/Content/Editing/", StringComparison.Ordinal) || page.RouteTemplate?.TrimStart('/').StartsWith("content/{id}", StringComparison.Ordinal) == true)
        {
            page.Filters.Add(new ServiceFilterAttribute<PrivateItemFilter>());
        }
    }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var cancellation = context.HttpContext.RequestAborted;
        if (context.RouteData.Values[IdOfItem] is string id
            && ((await db.Set<ContentItemRow>().Where(row => row.ContentItemId == id).Select(row => row.ContentType).FirstOrDefaultAsync(cancellation) is { } type && types.Contains(type))
                || await visibility.IsHiddenAsync(id, cancellation)))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }
}
