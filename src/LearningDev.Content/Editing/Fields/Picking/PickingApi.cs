using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Editing.Fields.Picking;

/// <summary>What can be chosen in a field, as JSON while somebody types: <c>/api/content/pick/Programme/Steps?q=lead</c>. Any text is legal.</summary>
internal static class PickingApi
{
    private const string Root = "/api/content/pick";

    public static string Address(FieldPlace place) => $"{Root}/{Uri.EscapeDataString(place.PartName)}/{Uri.EscapeDataString(place.Field.Name)}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Root + "/{part}/{field}", FindAsync)
        .WithMetadata(new CostlyAttribute())
        .RequireAuthorization(new RequiresPermissionAttribute(ContentModule.EditContent.Name));

    private static async Task<IResult> FindAsync(
        string part, string field, HttpContext http, ContentDefinitions definitions, IEnumerable<IFieldEditor> editors, CancellationToken cancellation)
    {
        var definition = (await definitions.GetAsync(cancellation)).FindPart(part)?.Fields.Find(candidate => candidate.Name == field);
        var picker = editors.OfType<IPicker>().FirstOrDefault(candidate => candidate.Field == definition?.FieldName);
        if (definition is null || picker is null)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await picker.FindAsync(new FieldPlace(part, definition, part), http.Request.Query["q"].ToString().Trim(), cancellation));
    }
}
