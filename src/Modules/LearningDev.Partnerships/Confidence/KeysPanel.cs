using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Partnerships.Confidence;

/// <summary>Whether words can be kept in confidence, on the operators' page.</summary>
internal sealed class KeysPanel(ConfidentialKeys keys) : IPanel
{
    public Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        Task.FromResult<PanelView?>(new PanelView("/Partnerships/Confidence/KeysPanel.cshtml", new KeysPanelView(keys.Problem)));
}

/// <summary>What the panel shows.</summary>
/// <param name="Problem">Why words cannot be kept; null when they can.</param>
internal sealed record KeysPanelView(string? Problem);
