using LearningDev.Catalogue.Entries;
using LearningDev.Content;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.Catalogue.Equality;

/// <summary>On the page of an entry that is edited: how far its assessment is. On the page of an assessment: the learning that it is about.</summary>
internal sealed class AssessmentPanel(Assessments assessments, ContentDefinitions definitions) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (context.Subject is not EditedItem { Item: var item })
        {
            return null;
        }

        if (item.ContentType == nameof(EqualityImpactAssessment))
        {
            var learning = await assessments.LearningOfAsync(item, cancellation);
            return learning.Count == 0 ? null : new PanelView("/Catalogue/Equality/AboutPanel.cshtml", learning);
        }

        if (!LearningKinds.IsLearning(await definitions.GetAsync(cancellation), item.ContentType))
        {
            return null;
        }

        var state = await assessments.StateAsync(item, cancellation);
        return state is { IsRequired: false, Stage: AssessmentStage.NotStarted }
            ? null
            : new PanelView("/Catalogue/Equality/AssessmentPanel.cshtml", new AssessedItem(item, state));
    }
}

/// <summary>An entry with how far its assessment is.</summary>
internal sealed record AssessedItem(ContentItem Item, AssessmentState State)
{
    public string Words => State.Stage switch
    {
        AssessmentStage.NotStarted => "Not started",
        AssessmentStage.Started => "Not complete",
        AssessmentStage.Stopped => "Does not go ahead",
        _ => "Complete",
    };

    public string Colour => State.Stage switch
    {
        AssessmentStage.Complete => "green",
        AssessmentStage.Stopped => "red",
        AssessmentStage.Started => "yellow",
        _ => "grey",
    };
}
