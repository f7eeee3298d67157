using LearningDev.Content.Taxonomies;
using LearningDev.Partnerships.Agreeing;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.LookingBack;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Notes;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Showing;

/// <summary>Reads all that one of the two sees on the page of a partnership.</summary>
internal sealed class PartnershipReader(
    PortalDb db, IConfidentialTexts texts, MeetingBook meetings, NoteBook notes, Agreements agreements, TaxonomyReader taxonomies, ISettings settings)
{
    private const string Themes = "development-themes";
    private const int MostPlanned = 10;
    private const int NewestNotes = 3;

    public async Task<PartnershipPage> ReadAsync(OwnPartnership own, CancellationToken cancellation)
    {
        var row = own.Row;
        var words = await texts.ReadAsync([.. new[] { row.GoalsId, row.FarewellId }.OfType<string>()], cancellation);
        var themes = await db.PartnershipThemes.Where(theme => theme.PartnershipId == row.Id).Select(theme => theme.TermId).ToListAsync(cancellation);
        var terms = themes.Count == 0 ? null : await taxonomies.FindAsync(Themes, cancellation);
        return new PartnershipPage(
            own,
            row.GoalsId is { } goals ? words.GetValueOrDefault(goals) ?? "" : "",
            row.FarewellId is { } farewell ? words.GetValueOrDefault(farewell) ?? "" : "",
            [.. terms?.Terms.Where(term => themes.Contains(term.Id)).Select(term => term.Name) ?? []],
            await meetings.PlannedAsync(own, MostPlanned, cancellation),
            await notes.NewestAsync(own, NewestNotes, cancellation),
            await agreements.MissingManagerAsync(row, cancellation),
            await db.PartnershipReviews.AnyAsync(review => review.PartnershipId == row.Id && review.PersonId == own.OwnId, cancellation),
            Reviews.MayEvaluate(row) && await db.PartnershipEvaluations.AnyAsync(evaluation => evaluation.PartnershipId == row.Id && evaluation.PersonId == own.OwnId, cancellation),
            (await settings.GetAsync<PartnershipsSettings>(cancellation)).Safeguarding);
    }
}

/// <summary>What one of the two sees of a partnership.</summary>
/// <param name="Own">The partnership.</param>
/// <param name="Goals">The goals; empty for none.</param>
/// <param name="Farewell">A word that one has left for the other at the end; empty for none.</param>
/// <param name="Themes">The names of what it is about.</param>
/// <param name="Planned">The meetings that are planned, the next first.</param>
/// <param name="Notes">The newest notes.</param>
/// <param name="MissingManager">The name of the line manager who has still to sign; null when none has to.</param>
/// <param name="HasReviewed">True when the person has looked back half way.</param>
/// <param name="HasEvaluated">True when the person has looked back at the end.</param>
/// <param name="Safeguarding">What the limits of confidence are, in Markdown.</param>
internal sealed record PartnershipPage(
    OwnPartnership Own, string Goals, string Farewell, IReadOnlyList<string> Themes, IReadOnlyList<MeetingLine> Planned, IReadOnlyList<NoteLine> Notes, string? MissingManager,
    bool HasReviewed, bool HasEvaluated, string Safeguarding);
