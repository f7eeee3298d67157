using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Together;

/// <summary>Reads what may be counted of partnerships.</summary>
internal sealed class Figures(PortalDb db) : IPartnershipFigures
{
    public async Task<IReadOnlyList<PartnershipFigures>> BegunAsync(string kindId, DateTime fromUtc, DateTime untilUtc, CancellationToken cancellation = default)
    {
        var begun = db.Partnerships.AsNoTracking().Where(row => row.KindId == kindId && row.BegunUtc >= fromUtc && row.BegunUtc < untilUtc);
        // Without the agreements, which are long.
        var rows = await begun.OrderBy(row => row.BegunUtc).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.KindId, row.GuideId, row.LearnerId, row.SourceId, row.OriginId, row.State, row.BegunUtc, row.Minutes, row.AgreedUtc, row.ClosedUtc, row.End, row.Meetings })
            .ToListAsync(cancellation);
        var themes = (await db.PartnershipThemes.AsNoTracking().Where(theme => begun.Any(row => row.Id == theme.PartnershipId)).ToListAsync(cancellation)).ToLookup(theme => theme.PartnershipId, theme => theme.TermId);
        var outcomes = (await db.PartnershipEvaluations.AsNoTracking().Where(evaluation => begun.Any(row => row.Id == evaluation.PartnershipId)).ToListAsync(cancellation))
            .ToLookup(row => row.PartnershipId, row => new PartnershipOutcome(row.IsGuide, row.Outcome, row.Rating, row.WouldRecommend));
        return [.. rows.Select(row => new PartnershipFigures(
            new PartnershipFacts(row.Id, row.KindId, row.GuideId, row.LearnerId, row.SourceId, row.OriginId, row.State, row.BegunUtc, row.Minutes), row.AgreedUtc, row.ClosedUtc, row.End, row.Meetings, [.. themes[row.Id]], [.. outcomes[row.Id]]))];
    }
}
