using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Menus;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Mine;

/// <summary>The current person's partnerships, and what waits for them.</summary>
internal sealed class OwnList(PortalDb db, PartnershipKinds kinds, WorkingCalendar calendar, ISettings settings, CurrentPerson person) : IMenuCount
{
    public string Url => PartnershipLinks.Mine;

    public async Task<MenuCount> CountAsync(CancellationToken cancellation)
    {
        var me = person.Id;
        var awake = await kinds.AwakeAsync(cancellation);
        if (me is null || awake.Count == 0)
        {
            return new MenuCount(0, "");
        }

        var reviews = db.PartnershipReviews;
        // Three questions that each have an index, asked as one.
        var guiding = db.Partnerships.Where(row => row.GuideId == me && awake.Contains(row.KindId) && (
            (row.State == PartnershipState.Chemistry && row.GuideSaidYesUtc == null) || (row.State == PartnershipState.Signing && row.GuideSignedUtc == null)
            || (row.State == PartnershipState.Active && row.QuietAskedUtc != null && row.GuideQuietAnswer == null)
            || (row.State == PartnershipState.Active && row.ReviewAskedUtc != null && !reviews.Any(review => review.PartnershipId == row.Id && review.PersonId == me)))).Select(row => row.Id);
        var learning = db.Partnerships.Where(row => row.LearnerId == me && awake.Contains(row.KindId) && (
            (row.State == PartnershipState.Chemistry && row.LearnerSaidYesUtc == null) || (row.State == PartnershipState.Signing && row.LearnerSignedUtc == null)
            || (row.State == PartnershipState.Active && row.QuietAskedUtc != null && row.LearnerQuietAnswer == null)
            || (row.State == PartnershipState.Active && row.ReviewAskedUtc != null && !reviews.Any(review => review.PartnershipId == row.Id && review.PersonId == me)))).Select(row => row.Id);
        var count = await guiding.Concat(learning).Concat(ToSign(awake).Select(row => row.Id)).CountAsync(cancellation);
        return new MenuCount(count, count == 1 ? "thing to do" : "things to do");
    }

    /// <summary>A page of the person's partnerships: the open ones first, then the newest. A page past the end is the last.</summary>
    public async Task<OwnListPage> PageAsync(bool onlyOpen, int page, CancellationToken cancellation)
    {
        var me = person.Id;
        var awake = await kinds.AwakeAsync(cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var mine = db.Partnerships.AsNoTracking().Where(row => (row.GuideId == me || row.LearnerId == me) && awake.Contains(row.KindId) && (!onlyOpen || row.State != PartnershipState.Closed));
        var total = await mine.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await mine.OrderBy(row => row.State == PartnershipState.Closed).ThenByDescending(row => row.BegunUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        List<string> ids = [.. rows.Select(row => row.Id)];
        var reviewed = await db.PartnershipReviews.Where(review => review.PersonId == me && ids.Contains(review.PartnershipId)).Select(review => review.PartnershipId).ToListAsync(cancellation);
        var toSign = await ToSign(awake).AsNoTracking().OrderBy(row => row.BegunUtc).Take(100).ToListAsync(cancellation);
        var people = await PeopleAsync([.. rows.Select(row => row.PartnerOf(row.SeatOf(me)!.Value)), .. toSign.SelectMany(row => new[] { row.GuideId, row.LearnerId })], cancellation);
        return new OwnListPage(
            total, page, pages,
            [
                .. rows.Select(row =>
                {
                    var seat = row.SeatOf(me)!.Value;
                    var kind = kinds.Of(row.KindId);
                    return new OwnLine(row, kind.Words, seat, people.GetValueOrDefault(row.PartnerOf(seat)) ?? "Somebody", Waiting(row, seat, reviewed.Contains(row.Id)));
                }),
            ],
            [.. toSign.Select(row => new LineToSign(row.Id, kinds.Of(row.KindId).Words, people.GetValueOrDefault(row.GuideId) ?? "Somebody", people.GetValueOrDefault(row.LearnerId) ?? "Somebody"))]);
    }

    private static string Waiting(PartnershipRow row, Seat seat, bool isReviewed) => row.State switch
    {
        PartnershipState.Chemistry when row.SaidYesUtc(seat) is null => "Say whether you want to go on",
        PartnershipState.Signing when row.SignedUtc(seat) is null => "Sign the agreement",
        PartnershipState.Active when row.QuietAskedUtc is not null && row.AnswerOf(seat) is null => "Say how it is going",
        PartnershipState.Active when row.ReviewAskedUtc is not null && !isReviewed => "Look back half way",
        _ => "",
    };

    /// <summary>Agreements that the person signs as somebody's line manager.</summary>
    private IQueryable<PartnershipRow> ToSign(IReadOnlyList<string> awake)
    {
        var me = person.Id;
        return from managed in db.Users
               join row in db.Partnerships on managed.Id equals row.LearnerId
               where managed.LineManagerId == me && row.State == PartnershipState.Signing && row.ManagerSigns && row.ManagerSignedUtc == null && awake.Contains(row.KindId)
               select row;
    }

    private async Task<IReadOnlyDictionary<string, string>> PeopleAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return (await db.Users.AsNoTracking().Where(other => ids.Contains(other.Id)).ToListAsync(cancellation))
            .ToDictionary(other => other.Id, other => other.HasLeft(today) ? $"{other.FullName} (has left)" : other.FullName);
    }
}

/// <summary>A page of somebody's partnerships.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Lines">The partnerships of the page.</param>
/// <param name="ToSign">What the person signs as a line manager, at most 100.</param>
internal sealed record OwnListPage(int Total, int Page, int Pages, IReadOnlyList<OwnLine> Lines, IReadOnlyList<LineToSign> ToSign);

/// <summary>A partnership in the list.</summary>
internal sealed record OwnLine(PartnershipRow Row, PartnershipWords Words, Seat Seat, string Partner, string Waiting);

/// <summary>An agreement that a line manager signs.</summary>
internal sealed record LineToSign(string Id, PartnershipWords Words, string Guide, string Learner);
