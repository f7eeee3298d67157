using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Agreeing;

/// <summary>From the first meeting to the last signature (COA-02).</summary>
internal sealed class Agreements(
    PortalDb db, Together.Partnerships partnerships, IConfidentialTexts texts, PartnershipKinds kinds, PartnershipNews news, WorkingCalendar calendar, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>The person wants to go on after the first meeting.</summary>
    /// <returns>False when that is not to be said any more.</returns>
    public async Task<bool> SayYesAsync(OwnPartnership own, CancellationToken cancellation)
    {
        if (!own.Row.SayYes(own.Seat, Now))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipWanted(own.Row.Id), cancellation);
        if (own.Row.State == PartnershipState.Signing)
        {
            await news.SuitedAsync(own.Row, cancellation);
        }

        return true;
    }

    /// <summary>The person does not want to go on, or not to sign. It ends without blame.</summary>
    /// <param name="own">The partnership, taken.</param>
    /// <param name="word">A word for the other; empty for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False when it has gone on or ended meanwhile.</returns>
    public async Task<bool> DeclineAsync(OwnPartnership own, string word, CancellationToken cancellation)
    {
        if (!MayDecline(own.Row))
        {
            return false;
        }

        if (word.Length > 0)
        {
            own.Row.FarewellId = await texts.KeepAsync(word, own.Both, cancellation);
        }

        return await partnerships.CloseAsync(own.Row, PartnershipEnd.NotSuited, cancellation);
    }

    public static bool MayDecline(PartnershipRow row) => row.State is PartnershipState.Chemistry or PartnershipState.Signing;

    /// <summary>The person signs.</summary>
    /// <returns>False when there is nothing for them to sign any more.</returns>
    public async Task<bool> SignAsync(OwnPartnership own, CancellationToken cancellation)
    {
        var manager = own.Row.ManagerSigns ? await ManagerIdAsync(own.Row.LearnerId, cancellation) : null;
        if (!own.Row.Sign(own.Seat, manager is not null, Now))
        {
            return false;
        }

        await SignedAsync(own.Row, own.Seat.ToString(), manager, cancellation);
        return true;
    }

    /// <summary>An agreement that the current person signs as the learner's line manager, followed for changes; null when there is none for them.</summary>
    public async Task<AgreementToSign?> FindForManagerAsync(string id, CancellationToken cancellation)
    {
        var me = person.Id;
        var awake = await kinds.AwakeAsync(cancellation);
        await db.TakeTurnsAsync(Together.Partnerships.Turn(id), cancellation);
        var found = await (from row in db.Partnerships
                           join learner in db.Users on row.LearnerId equals learner.Id
                           join guide in db.Users on row.GuideId equals guide.Id
                           where row.Id == id && learner.LineManagerId == me && row.ManagerSigns && awake.Contains(row.KindId)
                               && row.State == PartnershipState.Signing && row.ManagerSignedUtc == null
                           select new { Row = row, Guide = guide, Learner = learner }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new AgreementToSign(found.Row, kinds.Of(found.Row.KindId).Words, found.Guide.FullName, found.Learner.FullName);
    }

    /// <summary>The line manager signs.</summary>
    /// <returns>False when it is signed already.</returns>
    public async Task<bool> SignAsManagerAsync(AgreementToSign agreement, CancellationToken cancellation)
    {
        if (!agreement.Row.SignAsManager(person.Id!, Now))
        {
            return false;
        }

        await SignedAsync(agreement.Row, "Manager", null, cancellation);
        return true;
    }

    /// <summary>Lets those begin who waited for a line manager that the learner has not any more. The turn must have been taken.</summary>
    /// <returns>True when they begin now.</returns>
    public async Task<bool> GoOnWithoutManagerAsync(PartnershipRow row, CancellationToken cancellation)
    {
        if (await ManagerIdAsync(row.LearnerId, cancellation) is not null || !row.AgreeIfSigned(needsManager: false, Now))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipAgreed(row.Facts), cancellation);
        await news.AgreedAsync(row, cancellation);
        return true;
    }

    /// <summary>The name of the line manager who has still to sign; null when none has to.</summary>
    public async Task<string?> MissingManagerAsync(PartnershipRow row, CancellationToken cancellation) =>
        row is { State: PartnershipState.Signing, ManagerSigns: true, ManagerSignedUtc: null } && await ManagerIdAsync(row.LearnerId, cancellation) is { } id
            ? (await db.Users.AsNoTracking().SingleAsync(manager => manager.Id == id, cancellation)).FullName : null;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task SignedAsync(PartnershipRow row, string by, string? manager, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipSigned(row.Id, by), cancellation);
        if (row.State == PartnershipState.Active)
        {
            await events.PublishAsync(new PartnershipAgreed(row.Facts), cancellation);
            await news.AgreedAsync(row, cancellation);
        }
        else if (row.GuideSignedUtc is not null && row.LearnerSignedUtc is not null && manager is not null)
        {
            await news.ManagerSignsAsync(row, manager, cancellation);
        }
    }

    /// <summary>The learner's line manager; null when there is none who works here.</summary>
    private async Task<string?> ManagerIdAsync(string learnerId, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return await (from learner in db.Users
                      join manager in db.Users on learner.LineManagerId equals manager.Id
                      where learner.Id == learnerId && manager.DisabledUtc == null && (manager.LeavesOn == null || manager.LeavesOn >= today)
                      select manager.Id).SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>An agreement as a line manager sees it: nothing but what they sign.</summary>
internal sealed record AgreementToSign(PartnershipRow Row, PartnershipWords Words, string Guide, string Learner);
