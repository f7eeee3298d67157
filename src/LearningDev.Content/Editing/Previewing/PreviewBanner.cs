using LearningDev.Platform.Ui.Panels;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.Editing.Previewing;

/// <summary>Says on a previewed page that it is one, and as whom it is seen.</summary>
internal sealed class PreviewBanner(IHttpContextAccessor http) : IPanel
{
    public Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) => Task.FromResult(
        http.HttpContext?.Features.Get<PreviewedPage>() is { } page ? new PanelView("/Content/Editing/Previewing/_Banner.cshtml", page) : null);
}
