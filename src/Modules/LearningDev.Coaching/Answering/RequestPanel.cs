using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Workflows.Requests;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Answering;

/// <summary>What somebody wants to reach, on the page on which the coach answers: shown to the coach whose turn it is and to the person who asks. A deputy of the coach does not get it.</summary>
internal sealed class RequestPanel(PortalDb db, IConfidentialTexts texts) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (context.Subject is not RequestSubject { ContentType: CoachingRequest.Type } subject
            || await db.CoachingRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == subject.ContentItemId, cancellation) is not { } request)
        {
            return null;
        }

        try
        {
            var words = await texts.ReadAsync(request.TextIds, cancellation);
            return new PanelView("/Coaching/Answering/_Goals.cshtml", new GoalsView(words.GetValueOrDefault(request.GoalsId ?? "", ""), words.GetValueOrDefault(request.AvoidId ?? "", ""), IsUnreadable: false));
        }
        catch (ConfidentialKeyMissingException)
        {
            return new PanelView("/Coaching/Answering/_Goals.cshtml", new GoalsView("", "", IsUnreadable: true));
        }
    }
}

/// <summary>What the current person may read of the goals of a request.</summary>
/// <param name="Goals">What is to be reached; empty for who may not read it.</param>
/// <param name="Avoid">What to avoid; empty for nothing, and for who may not read it.</param>
/// <param name="IsUnreadable">True when the portal's key is missing.</param>
internal sealed record GoalsView(string Goals, string Avoid, bool IsUnreadable);
