using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.PrivateItems;

/// <summary>Lets the editors' pages of an item answer 404 when the item is private.</summary>
internal sealed class PrivateItemFilter(PortalDb db, PrivateTypes types) : IAsyncResourceFilter
{
    private const string IdOfItem = "id";

    /// <summary>Puts the filter on the editors' pages of items.</summary>
    public static void AddTo(PageApplicationModel page) => page.Filters.Add(new ServiceFilterAttribute<PrivateItemFilter>());

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (types.Names.Count > 0 && context.RouteData.Values[IdOfItem] is string id
            && await db.Set<ContentItemRow>().Where(row => row.ContentItemId == id).Select(row => row.ContentType).FirstOrDefaultAsync(context.HttpContext.RequestAborted) is { } type
            && types.Contains(type))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }
}
