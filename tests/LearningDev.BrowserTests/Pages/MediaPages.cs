using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of the media library.</summary>
internal static class MediaPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Media library", "content/media", "/content/media?folder=pages", "editor", IsMain: true),
        new("Media library, folders", "content/media", "/content/media", "editor"),
        new("Media library, nothing found", "content/media", "/content/media?q=zzzz", "editor"),
        new("Media library for an employee", "content/media", "/content/media", Status: 403),
        new("Upload files", "content/media/upload", "/content/media/upload?folder=pages", "editor", IsMain: true),
        new("Upload files, refused", "content/media/upload", "/content/media/upload", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync(),
        },
        new("Describe pictures", "content/media/describe", "/content/media/describe?id=media-wide", "editor"),
        new("Describe pictures, refused", "content/media/describe", "/content/media/describe?id=media-wide", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Picture", "content/media/{id}", "/content/media/media-wide", "editor", IsMain: true),
        new("Picture, refused", "content/media/{id}", "/content/media/media-wide", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Video", "content/media/{id}", "/content/media/media-film", "editor"),
        new("No file", "content/media/{id}", "/content/media/none", "editor", Status: 404),
        new("Replace a file", "content/media/{id}/replace", "/content/media/media-wide/replace", "editor"),
        new("Replace a file, refused", "content/media/{id}/replace", "/content/media/media-wide/replace", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Replace", Exact = true }).ClickAsync(),
        },
        new("Move a file", "content/media/{id}/move", "/content/media/media-wide/move", "editor"),
        new("Remove a file", "content/media/{id}/remove", "/content/media/media-wide/remove", "editor"),
        new("Captions", "content/media/{id}/captions", "/content/media/media-film/captions", "editor"),
        new("Captions, refused", "content/media/{id}/captions", "/content/media/media-film/captions", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("New media folder", "content/media/folders/new", "/content/media/folders/new?folder=pages", "editor"),
        new("Change a media folder", "content/media/folders/change", "/content/media/folders/change?folder=pages", "editor"),
        new("Settings of media", "admin/settings/{section}", "/admin/settings/media", "administrator"),
    ];
}
