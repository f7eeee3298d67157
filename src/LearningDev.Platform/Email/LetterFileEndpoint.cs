using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Platform.Email;

/// <summary>Gives administrators the file of a letter that is kept as one.</summary>
internal static class LetterFileEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/admin/messages/letters/{id}/file", (string id, LetterFolder folder) => folder.Find(id) is { } file
            ? Results.File(file.FullName, "message/rfc822", file.Name)
            : Results.NotFound())
        .RequireAuthorization(new RequiresPermissionAttribute(PlatformModule.ManageMessages.Name));
}
