using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts.Administering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Watching;

/// <summary>
/// Ends the partnerships of somebody at once whose account is disabled, or of whom an import says that they have left or have a new line manager. What a new manager means for people below them
/// the job of the next night finds.
/// </summary>
internal sealed class PersonLeaving(PortalDb db, Together.Partnerships partnerships, LinesOfManagement lines, WorkingCalendar calendar)
    : IEventHandler<AccountDisabled>, IEventHandler<PersonImported>
{
    public Task HandleAsync(AccountDisabled portalEvent, CancellationToken cancellation) => LookAsync(portalEvent.PersonId, cancellation);

    public Task HandleAsync(PersonImported portalEvent, CancellationToken cancellation) => LookAsync(portalEvent.PersonId, cancellation);

    private async Task LookAsync(string personId, CancellationToken cancellation)
    {
        var open = await db.Partnerships.Where(row => row.State != PartnershipState.Closed && (row.GuideId == personId || row.LearnerId == personId)).Select(row => row.Id).ToListAsync(cancellation);
        if (open.Count == 0)
        {
            return;
        }

        var today = await calendar.TodayAsync();
        var isGone = await db.Users.AnyAsync(person => person.Id == personId && (person.DisabledUtc != null || person.LeavesOn < today), cancellation);
        var line = isGone ? null : await lines.OfAsync(personId, cancellation);
        foreach (var id in open)
        {
            await db.TakeTurnsAsync(Together.Partnerships.Turn(id), cancellation);
            var row = await db.Partnerships.SingleAsync(one => one.Id == id, cancellation);
            if (isGone)
            {
                await partnerships.CloseAsync(row, PartnershipEnd.PersonLeft, cancellation);
            }
            else if (line!.Contains(row.GuideId == personId ? row.LearnerId : row.GuideId))
            {
                await partnerships.CloseAsync(row, PartnershipEnd.LineOfManagement, cancellation);
            }
        }
    }
}
