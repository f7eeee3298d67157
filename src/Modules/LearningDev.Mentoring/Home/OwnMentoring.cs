using LearningDev.Mentoring.Choosing;
using LearningDev.Mentoring.Profiles;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Mentoring.Home;

/// <summary>What mentoring is for the current person: the programmes, what they take part in, their pairs, and who waits for an answer of theirs.</summary>
internal sealed class OwnMentoring(
    ProgrammeList programmes, ProfileDrafts drafts, MentorChoosing choosing, IPartnerships partnerships, Colleagues colleagues, WorkingCalendar calendar, ISettings settings, CurrentPerson person)
{
    /// <summary>Reads it, with one page of the programmes. A page past the end is the last.</summary>
    public async Task<OwnView> ReadAsync(int page, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var all = await programmes.AllAsync(cancellation);
        var titles = all.ToDictionary(programme => programme.Id);
        List<Programme> visible = [];
        foreach (var programme in all.Where(programme => programme.JoiningOn(today) != Joining.Ended))
        {
            if (await programmes.IsVisibleAsync(programme, cancellation))
            {
                visible.Add(programme);
            }
        }

        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (visible.Count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var own = await drafts.AllAsync(cancellation);
        var pairs = (await partnerships.OfAsync(person.Id!, MentoringModule.Kind, cancellation)).OrderBy(pair => pair.State == PartnershipState.Closed).ThenByDescending(pair => pair.BegunUtc).ToList();
        var asks = await choosing.ToAnswerAsync(cancellation);
        List<string> others = [.. pairs.Select(Other), .. asks.Select(ask => ask.MenteeId)];
        var names = await colleagues.NamesAsync(others, cancellation);
        var here = (await colleagues.FindAllAsync(others, cancellation)).Select(one => one.Id).ToHashSet();
        return new OwnView(
            today, visible.Count, page, pages, [.. visible.Skip((page - 1) * size).Take(size).Select(programme => new OfferedProgramme(programme, own.Find(row => row.ProgrammeId == programme.Id)))],
            [.. own.Select(row => new OwnProfile(row, titles.GetValueOrDefault(row.ProgrammeId)))],
            [.. pairs.Select(pair => new OwnPair(pair, Named(Other(pair)), pair.GuideId == person.Id, titles.GetValueOrDefault(pair.SourceId)?.Title ?? ""))],
            [.. asks.Select(ask => new OwnAsk(ask.Id, Named(ask.MenteeId), titles.GetValueOrDefault(ask.ProgrammeId)?.Title ?? ""))]);

        string Other(PartnershipFacts pair) => pair.GuideId == person.Id ? pair.LearnerId : pair.GuideId;

        string Named(string id) => here.Contains(id) ? names.GetValueOrDefault(id) ?? "" : $"{names.GetValueOrDefault(id) ?? "Somebody"} (has left)";
    }
}

/// <summary>What the page of mentoring shows.</summary>
/// <param name="Today">The day.</param>
/// <param name="Total">How many programmes there are.</param>
/// <param name="Page">The page of the programmes, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Programmes">The programmes of the page.</param>
/// <param name="Profiles">What the person takes part in.</param>
/// <param name="Pairs">Their pairs, those that go on first.</param>
/// <param name="Asks">Who waits for their answer.</param>
internal sealed record OwnView(
    DateOnly Today, int Total, int Page, int Pages, IReadOnlyList<OfferedProgramme> Programmes, IReadOnlyList<OwnProfile> Profiles, IReadOnlyList<OwnPair> Pairs, IReadOnlyList<OwnAsk> Asks);

/// <summary>A programme, and what the person has in it.</summary>
internal sealed record OfferedProgramme(Programme Programme, ProfileRow? Own);

/// <summary>What the person takes part in; the programme is null when it is not published any more.</summary>
internal sealed record OwnProfile(ProfileRow Row, Programme? Programme);

/// <summary>A pair of the person's.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="Other">The partner's name.</param>
/// <param name="AsMentor">True when the person mentors the other.</param>
/// <param name="Programme">The title of the programme; empty for one that is not published any more.</param>
internal sealed record OwnPair(PartnershipFacts Facts, string Other, bool AsMentor, string Programme);

/// <summary>Somebody who would like the person as their mentor.</summary>
internal sealed record OwnAsk(string Id, string Mentee, string Programme);
