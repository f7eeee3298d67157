using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Reads an electoral cycle: what is to be done by when, what is done, and which documents there are (MEM-07).</summary>
internal sealed class CycleTimeline(PortalDb db, ContentItems items, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The cycle that begins with the election of a year; null when there is no election in that year, or it is too far away.</summary>
    /// <param name="electionYear">The year; null for the cycle of today.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<CyclePage?> ReadAsync(int? electionYear, CancellationToken cancellation)
    {
        var (today, dates) = (await calendar.TodayAsync(), await settings.GetAsync<CalendarSettings>(cancellation));
        var current = NamedYear.Electoral(dates, today);
        var next = NamedYear.Electoral(dates, current.End.AddDays(1));
        var previous = NamedYear.Electoral(dates, current.Start.AddDays(-1));
        NamedYear[] cycles = [previous, current, next];
        if (cycles.FirstOrDefault(one => one.Start.Year == (electionYear ?? current.Start.Year)) is not { } cycle)
        {
            return null;
        }

        var steps = CycleStep.Of(cycle, dates, await settings.GetAsync<MemberCycleSettings>(cancellation));
        var year = cycle.Start.Year;
        var done = await db.MemberCycleDone.AsNoTracking().Where(row => row.ElectionYear == year).ToDictionaryAsync(row => row.StepKey, cancellation);
        var latest = (await items.AllAsync(nameof(MemberDevelopmentDocument), VersionChoice.Latest, cancellation)).Where(item => IsOf(item, year)).ToList();
        List<string> ids = [.. latest.Select(item => item.ContentItemId)];
        var published = (await items.FindAllAsync(ids, VersionChoice.Published, cancellation)).ToDictionary(item => item.ContentItemId);
        var sent = await db.MemberCycleDocuments.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        return new CyclePage(
            cycle, cycles, today,
            [.. steps.Select(step => new TimelineStep(step, done.GetValueOrDefault(step.Key), step.DueOn < today))],
            [
                .. steps.Select(step => step.Document).OfType<DocumentPlace>().Distinct().Select(place =>
                    latest.Find(one => one.As<MemberDevelopmentDocument>().Place == place) is { } item
                        ? new CycleDocument(place, item, published.GetValueOrDefault(item.ContentItemId), sent.GetValueOrDefault(item.ContentItemId))
                        : new CycleDocument(place, null, null, null)),
            ]);
    }

    /// <summary>True for a document of the cycle that begins with the election of a year.</summary>
    private static bool IsOf(ContentItem item, int electionYear) => item.As<MemberDevelopmentDocument>().ElectionYear.Value == electionYear;
}

/// <summary>A cycle as its page shows it.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Cycles">Those that can be chosen.</param>
/// <param name="Today">Today.</param>
/// <param name="Steps">Its steps, in the order of their days.</param>
/// <param name="Documents">Its documents, whether or not they are written yet.</param>
internal sealed record CyclePage(NamedYear Cycle, IReadOnlyList<NamedYear> Cycles, DateOnly Today, IReadOnlyList<TimelineStep> Steps, IReadOnlyList<CycleDocument> Documents)
{
    /// <summary>The steps of a document, or those of none.</summary>
    public IEnumerable<TimelineStep> StepsOf(DocumentPlace? place) => Steps.Where(one => one.Step.Document == place);
}

/// <summary>A step with what has come of it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Done">When it was done; null for not yet.</param>
/// <param name="IsPast">True when its day has passed.</param>
internal sealed record TimelineStep(CycleStep Step, CycleDoneRow? Done, bool IsPast)
{
    /// <summary>How it stands, in words.</summary>
    public string Words => Done is not null ? "Done" : IsPast ? "Overdue" : "To do";

    public string Colour => Done is not null ? "green" : IsPast ? "red" : "grey";
}

/// <summary>A document of a cycle.</summary>
/// <param name="Place">Which it is.</param>
/// <param name="Latest">Its newest version; null when it is not written.</param>
/// <param name="Published">The published version; null for none.</param>
/// <param name="Sent">How the agreeing stands; null when it was not sent.</param>
internal sealed record CycleDocument(DocumentPlace Place, ContentItem? Latest, ContentItem? Published, CycleDocumentRow? Sent)
{
    /// <summary>True when it can be sent to be agreed.</summary>
    public bool CanSend => Latest is { Published: false } && Sent is not { State: DocumentState.Sent };
}
