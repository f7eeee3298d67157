using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Tests.Content.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningDev.Tests.Content.Media;

/// <summary>The one portal on which the media library's pages are tested.</summary>
[CollectionDefinition(nameof(MediaPortal))]
public class MediaPortal : PortalHost, ICollectionFixture<MediaPortal>
{
    /// <summary>A type of content that shows files.</summary>
    public const string Notice = "Notice";

    /// <summary>Takes the permission to look after media from a role.</summary>
    internal static async Task WithoutManageMediaAsync(PortalHost portal, string role)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        List<string> permissions = await db.RoleClaims.Where(claim => claim.ClaimType == Role.PermissionClaim && db.Roles.Any(one => one.Id == claim.RoleId && one.Name == role)).Select(claim => claim.ClaimValue!).ToListAsync();
        await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync(role, "", [.. permissions.Where(name => name != ContentModule.ManageMedia.Name)], PermissionBehavior.Replace);
    }

    /// <summary>Uploads files as somebody does who has no script.</summary>
    internal static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string folder, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var form = (await client.GetPageAsync(MediaLinks.UploadTo(folder))).Form();
        return await client.SubmitAsync(form, null, [], [.. files.Select(file => new FormFile("Files", file.Name, "application/octet-stream", file.Content))]);
    }

    /// <summary>Puts a file into the library.</summary>
    internal async Task<MediaFile> AddAsync(string path, byte[] content, MediaWords? words = null)
    {
        await using var scope = Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();
        await library.SaveAsync(path, content, words ?? new MediaWords(IsDecorative: true));
        return (await library.FindAsync(path))!;
    }

    internal async Task<MediaFile?> FindAsync(string path)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<MediaLibrary>().FindAsync(path);
    }

    internal async Task<byte[]> ReadAsync(string path)
    {
        await using var scope = Scope();
        return (await scope.ServiceProvider.GetRequiredService<MediaLibrary>().ReadAsync(path))!;
    }

    internal async Task<AuditEntry> LastEventAsync(string name)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.AsNoTracking().Where(row => row.Event == name).OrderByDescending(row => row.Id).FirstAsync();
    }

    /// <summary>Publishes a notice, or saves a draft of it, with a text and files.</summary>
    internal async Task<string> SaveNoticeAsync(string markdown, IEnumerable<string>? paths = null, bool publish = true, string id = "")
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (id.Length > 0 ? await items.FindAsync(id, VersionChoice.Latest) : null) ?? items.New(Notice);
        item.Content = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "A notice" },
            [Notice] = new JsonObject
            {
                ["Text"] = new JsonObject { ["Markdown"] = markdown },
                ["Files"] = new JsonObject { ["Paths"] = new JsonArray([.. (paths ?? []).Select(path => (JsonNode)path)]) },
            },
        };
        return (publish ? await items.PublishAsync(item) : await items.SaveDraftAsync(item)).ContentItemId;
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        // They may write content here, and not look after media.
        await WithoutManageMediaAsync(this, "Democratic Services");
        await this.DefineAsync(
            Notice, ("MarkdownField", "Text", []), ("MediaField", "Files", JsonNode.Parse("""{ "MediaFieldSettings": { "Multiple": true } }""")!.AsObject()));
    }

    internal static string TextOf(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
