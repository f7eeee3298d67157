using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Workflows.Requests;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring.Managing;

/// <summary>Leads those who confirm a match to its pairs.</summary>
internal sealed class MatchPanel(PortalDb db, ProgrammeList programmes) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        context.Subject is RequestSubject { ContentType: MentoringMatch.Type } subject
        && await db.MentoringRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == subject.ContentItemId, cancellation) is { } run
        && await programmes.FindAsync(run.ProgrammeId, cancellation) is { } programme
            ? new PanelView("/Mentoring/Managing/_Match.cshtml", (run, programme)) : null;
}
