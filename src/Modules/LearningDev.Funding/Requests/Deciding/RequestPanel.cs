using LearningDev.Content.Items;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Workflows.Requests;

namespace LearningDev.Funding.Requests.Deciding;

/// <summary>What a training request asks for, where people decide about it and where the person who asked looks at it.</summary>
internal sealed class RequestPanel(ContentItems items, RequestViews views) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        context.Subject is RequestSubject { ContentType: TrainingRequest.ContentType } subject && await items.FindAsync(subject.ContentItemId, VersionChoice.Latest, cancellation) is { } item
            ? new PanelView("/Funding/Requests/_Request.cshtml", await views.ReadAsync(item, withMore: false, canChange: false, cancellation)) : null;
}
