using System.Text;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Workflows.Designing.Exporting;

/// <summary>A workflow type, its draft where it has one, as a recipe with the step "WorkflowType", which another portal or Orchard Core can run.</summary>
internal static class WorkflowExport
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"{DesignerLinks.List}/{{id}}/export", SendAsync).RequireAuthorization(new RequiresPermissionAttribute("ManageWorkflows"));

    private static async Task<IResult> SendAsync(string id, HttpContext http, WorkflowTypes types, CancellationToken cancellation)
    {
        if (await types.FindAsync(id, cancellation) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var name = draft.Definition.Name;
        var recipe = new JsonObject
        {
            ["name"] = FileName(name),
            ["displayName"] = name,
            ["description"] = CaseRules.Of(draft.Definition).Description,
            ["author"] = "",
            ["website"] = "",
            ["version"] = "1.0",
            ["issetuprecipe"] = false,
            ["categories"] = new JsonArray("workflows"),
            ["tags"] = new JsonArray(),
            ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(draft.Definition.Write()) }),
        };
        return TypedResults.File(Encoding.UTF8.GetBytes(recipe.ToJsonString(PortalJson.Indented)), "application/json", $"{FileName(name)}.recipe.json");
    }

    private static string FileName(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "workflow" : string.Join('-', words);
    }
}
