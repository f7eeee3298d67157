using LearningDev.Content.Items;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Plans;
using LearningDev.MembersHub.Requests.Listing;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests.Managing;

/// <summary>Which requests are looked for; null or empty for all.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Funding">Who pays.</param>
/// <param name="PersonId">Whose they are.</param>
internal sealed record RequestFilter(MemberRequestState? State, string Funding, string PersonId);

/// <summary>What came of an invoice.</summary>
/// <param name="IsDone">False when it was refused.</param>
/// <param name="OverPence">How much it is over the budget, when that is why.</param>
internal sealed record InvoiceResult(bool IsDone, long OverPence);

/// <summary>Lists everybody's requests that were sent, and does with agreed ones what comes after: cancelling and paying (MEM-05). Drafts are nobody's business but their authors'.</summary>
internal sealed class AllRequests(
    PortalDb db, ContentItems items, BudgetLedger ledger, INotifications notifications, EffectiveRoles roles, ISettings settings, IEvents events, CurrentPerson person, TimeProvider time)
{
    public static readonly NotificationKind Cancelled = new(
        "member-training-cancelled", "Training of members that is cancelled", "When agreed training of a member is cancelled.",
        new NotificationWords(
            "Cancelled: {{ training }}", "The training {{ training }} of {{ member }} is cancelled: {{ reason }}",
            "The training {{ training }} of {{ member }} is cancelled: {{ reason }}\n\nWhat was set aside for it is free again."))
    {
        Placeholders =
        [
            new NotificationPlaceholder("training", "What the training is called", "Leadership academy"), new NotificationPlaceholder("member", "The member", "Sam Example"),
            new NotificationPlaceholder("reason", "Why", "I have another meeting"),
        ],
    };

    /// <summary>Those that fit, the last sent first.</summary>
    public IQueryable<MemberRequestRow> Of(RequestFilter filter)
    {
        var rows = db.MemberRequests.AsNoTracking().Where(row => row.State != MemberRequestState.Draft);
        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        rows = filter.Funding.Length > 0 ? rows.Where(row => row.Funding == filter.Funding) : rows;
        rows = filter.PersonId.Length > 0 ? rows.Where(row => row.PersonId == filter.PersonId) : rows;
        return rows.OrderByDescending(row => row.SentUtc).ThenBy(row => row.ItemId);
    }

    /// <summary>A page of those that fit.</summary>
    public async Task<RequestPage> PageAsync(RequestFilter filter, string? page, CancellationToken cancellation) =>
        await Of(filter).PageAsync(page, (await settings.GetAsync<SiteSettings>(cancellation)).PageSize, cancellation);

    /// <summary>The members who have sent requests, with their ids, by name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> MembersAsync(CancellationToken cancellation) =>
        [.. (await db.MemberRequests.Where(row => row.State != MemberRequestState.Draft).Select(row => new { row.PersonId, row.PersonName }).Distinct().ToListAsync(cancellation))
            .DistinctBy(one => one.PersonId).Select(one => (one.PersonId, one.PersonName)).OrderBy(one => one.PersonName, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>A request that was sent, with its item; null when there is none of that id.</summary>
    public async Task<(MemberRequestRow Row, ContentItem Item)?> FindAsync(string id, CancellationToken cancellation) =>
        await db.MemberRequests.SingleOrDefaultAsync(row => row.ItemId == id && row.State != MemberRequestState.Draft, cancellation) is { } row
        && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item ? (row, item) : null;

    /// <summary>Cancels agreed training: what is set aside is free again, and the member and Democratic Services are told.</summary>
    /// <returns>False when it is not agreed, or paid or cancelled already.</returns>
    public async Task<bool> CancelAsync(string id, string reason, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } row)
        {
            return false;
        }

        row.State = MemberRequestState.Cancelled;
        await db.SaveChangesAsync(cancellation);
        await ledger.ReleaseAsync(id, Short($"{row.Title}: cancelled, {reason}"), cancellation);
        await events.PublishAsync(new MemberTrainingRequestCancelled(id, row.Title, row.PersonId, reason), cancellation);
        await TellAsync(row, RequestLinks.ManageOne(id), [.. (await roles.HolderIdsAsync(MemberPlans.Officers, cancellation)).Where(one => one != person.Id && one != row.PersonId)], reason, cancellation);
        await TellAsync(row, RequestLinks.Of(id), row.PersonId == person.Id ? [] : [row.PersonId], reason, cancellation);
        return true;
    }

    /// <summary>Records the invoice of agreed training.</summary>
    /// <param name="id">The request.</param>
    /// <param name="pence">What it comes to; more than 0.</param>
    /// <param name="reference">The invoice's number.</param>
    /// <param name="on">Its day.</param>
    /// <param name="overReason">Why it is allowed over the budget; null when nobody has allowed it. Whoever is signed in stands in the ledger as the one who has.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<InvoiceResult> PayAsync(string id, long pence, string reference, DateOnly on, string? overReason, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } row)
        {
            return new InvoiceResult(IsDone: false, 0);
        }

        if (row.Funding == FundingWays.Personal)
        {
            var grant = overReason is null ? null : new OverrideGrant(person.Id!, person.Name, overReason);
            var spent = await ledger.SpendAsync(id, pence, Short($"{row.Title}, invoice {reference}"), grant, cancellation);
            if (!spent.IsDone)
            {
                return new InvoiceResult(IsDone: false, spent.NeedsOverride);
            }
        }

        (row.State, row.InvoicePence, row.InvoiceReference, row.InvoicedOn) = (MemberRequestState.Paid, pence, reference, on);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberTrainingInvoiced(id, row.Title, row.PersonId, pence, reference), cancellation);
        return new InvoiceResult(IsDone: true, 0);
    }

    /// <summary>What the corporate budget has to pay and has paid for training that starts or was invoiced in a year, in pence.</summary>
    public async Task<(long Committed, long Spent)> CorporateAsync(NamedYear year, CancellationToken cancellation)
    {
        var rows = db.MemberRequests.Where(row => row.Funding == FundingWays.Corporate);
        return (
            await rows.Where(row => row.State == MemberRequestState.Agreed && row.StartsOn >= year.Start && row.StartsOn <= year.End).SumAsync(row => row.TotalPence, cancellation),
            await rows.Where(row => row.State == MemberRequestState.Paid && row.InvoicedOn >= year.Start && row.InvoicedOn <= year.End).SumAsync(row => row.InvoicePence ?? 0, cancellation));
    }

    private static string Short(string text) => text.Length <= BudgetEntry.ReasonLength ? text : text[..BudgetEntry.ReasonLength];

    private async Task<MemberRequestRow?> TakeAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await db.MemberRequests.FindAsync([id], cancellation) is not { } row)
        {
            return null;
        }

        // What was read before it was this window's turn may be old.
        await db.Entry(row).ReloadAsync(cancellation);
        return row.State == MemberRequestState.Agreed ? row : null;
    }

    private async Task TellAsync(MemberRequestRow row, string link, IReadOnlyCollection<string> people, string reason, CancellationToken cancellation)
    {
        if (people.Count > 0)
        {
            await notifications.NotifyAsync(
                new Notification(Cancelled.Key, $"member-training-cancelled:{row.ItemId}:{time.GetUtcNow():yyyyMMddHHmmss}", people)
                {
                    Link = link,
                    Values = new Dictionary<string, string> { ["training"] = row.Title, ["member"] = row.PersonName, ["reason"] = reason },
                },
                cancellation);
        }
    }
}
