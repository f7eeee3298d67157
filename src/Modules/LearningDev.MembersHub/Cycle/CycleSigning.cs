using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Records what is done in a cycle (MEM-07).</summary>
internal sealed class CycleSigning(PortalDb db, ContentItems items, IEvents events, CurrentPerson person, WorkingCalendar calendar, ISettings settings, TimeProvider time) : IEventHandler<CaseEnded>
{
    /// <summary>Records that a step is done. One that was recorded before says the newer day.</summary>
    public async Task RecordAsync(int electionYear, CycleStep step, DateOnly day, string reference, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync($"members-cycle-{electionYear}", cancellation);
        var (now, name) = (time.GetUtcNow().UtcDateTime, person.Name);
        if (await db.MemberCycleDone.FindAsync([electionYear, step.Key], cancellation) is { } row)
        {
            (row.DoneOn, row.Reference, row.RecordedByName, row.RecordedUtc) = (day, reference, name, now);
        }
        else
        {
            db.Add(new CycleDoneRow { ElectionYear = electionYear, StepKey = step.Key, DoneOn = day, Reference = reference, RecordedByName = name, RecordedUtc = now });
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CycleStepDone(electionYear, step.Key, step.Document is { } document ? $"{step.Words} ({document.Name})" : step.Words, day), cancellation);
    }

    /// <summary>Records that somebody has agreed a document today.</summary>
    /// <returns>False when the document does not say which it is.</returns>
    public async Task<bool> AgreedAsync(ContentItem item, SigningBody body, CancellationToken cancellation)
    {
        var part = item.As<MemberDevelopmentDocument>();
        if (part.Place is not { } place || part.ElectionYear.Value is not { } year)
        {
            return false;
        }

        var today = await calendar.TodayAsync();
        await RecordAsync((int)year, CycleStep.Agreed(place, body, today, await settings.GetAsync<MemberCycleSettings>(cancellation)), today, "", cancellation);
        return true;
    }

    /// <summary>Writes that a document is agreed, or went back.</summary>
    public async Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation)
    {
        if (await db.MemberCycleDocuments.SingleOrDefaultAsync(row => row.CaseId == portalEvent.CaseId && row.State == DocumentState.Sent, cancellation) is not { } document)
        {
            return;
        }

        var isAgreed = await items.FindAsync(document.Id, VersionChoice.Latest, cancellation) is { Published: true };
        document.State = isAgreed ? DocumentState.Agreed : DocumentState.Back;
        document.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CycleDocumentDecided(document.Id, document.Title, isAgreed), cancellation);
    }
}
