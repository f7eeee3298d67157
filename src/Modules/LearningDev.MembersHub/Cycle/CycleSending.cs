using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Cycle;

/// <summary>What came of sending a document.</summary>
internal enum SendingOutcome
{
    Sent,

    /// <summary>There is no such document.</summary>
    NotThere,

    /// <summary>It is with somebody already, or nothing of it is new.</summary>
    TooLate,

    /// <summary>Its fields do not say which document of which cycle it is.</summary>
    NoPlace,

    /// <summary>No workflow takes documents.</summary>
    NoWorkflow,
}

/// <summary>Sends documents of the cycle to be agreed (MEM-07).</summary>
internal sealed class CycleSending(PortalDb db, ContentItems items, CaseCare cases, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>Starts the workflow that has a document agreed.</summary>
    public async Task<SendingOutcome> SendAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync($"members-cycle-{id}", cancellation);
        if (await items.FindAsync(id, VersionChoice.Latest, cancellation) is not { ContentType: nameof(MemberDevelopmentDocument) } item)
        {
            return SendingOutcome.NotThere;
        }

        var row = await db.MemberCycleDocuments.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (item.Published || row is { State: DocumentState.Sent })
        {
            return SendingOutcome.TooLate;
        }

        var part = item.As<MemberDevelopmentDocument>();
        if (part.Place is null || part.ElectionYear.Value is null)
        {
            return SendingOutcome.NoPlace;
        }

        if (await cases.StartWithAsync(MemberDocumentSentEvent.ActivityName, id, person.Id, [], cancellation) is not { } caseId)
        {
            return SendingOutcome.NoWorkflow;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (row is null)
        {
            db.Add(new CycleDocumentRow { Id = id, Title = item.DisplayText, State = DocumentState.Sent, CaseId = caseId, SentUtc = now });
        }
        else
        {
            (row.Title, row.State, row.CaseId, row.SentUtc) = (item.DisplayText, DocumentState.Sent, caseId, now);
            row.Revision++;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CycleDocumentSent(id, item.DisplayText, caseId), cancellation);
        return SendingOutcome.Sent;
    }
}
