using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Equality;

/// <summary>Says how far the equality impact assessment of learning is, and starts one (CAT-09).</summary>
internal sealed class Assessments(
    PortalDb db, ContentItems items, ContentDefinitions definitions, ContentValidator validator, PublishingHistory history, ISettings settings, WorkingCalendar calendar)
{
    /// <summary>How far the assessment of an entry is.</summary>
    public async Task<AssessmentState> StateAsync(ContentItem entry, CancellationToken cancellation)
    {
        var isRequired = (await settings.GetAsync<EqualitySettings>(cancellation)).Kinds.Contains(entry.ContentType)
            && (await history.EverPublishedAsync([entry.ContentItemId], cancellation)).Count == 0;
        return (await StatesAsync([entry.ContentItemId], cancellation))[entry.ContentItemId] with { IsRequired = isRequired };
    }

    /// <summary>How far the assessments of many entries are, by the entry's id.</summary>
    public async Task<IReadOnlyDictionary<string, AssessmentState>> StatesAsync(IReadOnlyCollection<string> entryIds, CancellationToken cancellation)
    {
        var ids = entryIds.ToList();
        var rows = (await db.AssessedLearning.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.EntryId)).ToListAsync(cancellation)).ToLookup(row => row.EntryId);
        // Several may be about one entry: one that lets it go ahead counts before one that stops it, and that before one that is only begun.
        var chosen = ids.Distinct().ToDictionary(id => id, id => rows[id]
            .OrderBy(row => StageOf(row.Outcome) switch { AssessmentStage.Complete => 0, AssessmentStage.Stopped => 1, _ => 2 })
            .ThenByDescending(row => row.AssessmentId, StringComparer.Ordinal).FirstOrDefault());
        var drafts = (await items.FindAllAsync([.. chosen.Values.OfType<AssessedLearning>().Select(row => row.AssessmentId).Distinct()], VersionChoice.Latest, cancellation))
            .ToDictionary(item => item.ContentItemId);
        Dictionary<string, AssessmentState> states = [];
        foreach (var (id, row) in chosen)
        {
            var stage = row is null ? AssessmentStage.NotStarted : StageOf(row.Outcome);
            var draft = row is null ? null : drafts.GetValueOrDefault(row.AssessmentId);
            states.Add(id, new AssessmentState(
                false, stage, row?.AssessmentId, draft?.DisplayText ?? "", stage == AssessmentStage.Started && draft is not null ? await MissingAsync(draft, cancellation) : []));
        }

        return states;
    }

    /// <summary>What an assessment still lacks to be complete, as an editor reads it; empty when it only has to be published.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(ContentItem assessment, CancellationToken cancellation) =>
    [
        .. (await validator.CheckAsync(assessment, publish: true, cancellation)).Concat(await LacksAsync(assessment, cancellation))
            .DistinctBy(error => error.Key).Select(error => error.Message),
    ];

    /// <summary>What an assessment lacks beyond its required answers.</summary>
    public async Task<IReadOnlyList<ContentError>> LacksAsync(ContentItem assessment, CancellationToken cancellation) =>
    [
        .. EqualityImpactAssessment.Lacks(
            assessment, (await definitions.GetAsync(cancellation)).FindPart(nameof(EqualityImpactAssessment)), await calendar.TodayAsync()),
    ];

    /// <summary>The learning that an assessment is about.</summary>
    public async Task<IReadOnlyList<ContentItem>> LearningOfAsync(ContentItem assessment, CancellationToken cancellation) =>
        await items.FindAllAsync([.. assessment.As<EqualityImpactAssessment>().Learning.ContentItemIds.Distinct()], VersionChoice.Latest, cancellation);

    /// <summary>Starts the assessment of an entry, as a draft.</summary>
    /// <returns>The id of the assessment; of the one that is there already, if there is one.</returns>
    public async Task<string> StartAsync(ContentItem entry, CancellationToken cancellation)
    {
        if ((await StatesAsync([entry.ContentItemId], cancellation))[entry.ContentItemId].AssessmentId is { } known)
        {
            return known;
        }

        // The id follows from the entry, so that two who press the button at once start one assessment.
        var assessment = items.New(nameof(EqualityImpactAssessment));
        assessment.ContentItemId = Identifiers.From(nameof(EqualityImpactAssessment), entry.ContentItemId);
        var title = $"Equality impact assessment: {entry.DisplayText}";
        assessment.Alter<TitlePart>(part => part.Title = title.Length <= TitlePart.MaximumLength ? title : title[..TitlePart.MaximumLength]);
        assessment.Alter<EqualityImpactAssessment>(part => part.Learning.ContentItemIds = [entry.ContentItemId]);
        try
        {
            await items.SaveDraftAsync(assessment, cancellation);
        }
        catch (ContentConflictException)
        {
            // Somebody has just started it.
        }

        return assessment.ContentItemId;
    }

    private static AssessmentStage StageOf(string? outcome) => outcome switch
    {
        null => AssessmentStage.Started,
        EqualityImpactAssessment.Stopped => AssessmentStage.Stopped,
        _ => AssessmentStage.Complete,
    };
}

/// <summary>How far an assessment is.</summary>
internal enum AssessmentStage
{
    NotStarted,
    Started,
    Complete,

    /// <summary>Complete, with the outcome that the learning does not go ahead.</summary>
    Stopped,
}

/// <summary>How far the assessment of an entry is.</summary>
/// <param name="IsRequired">True when the entry is not published before it is complete.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="AssessmentId">Its id; null when there is none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Missing">What a draft still lacks.</param>
internal sealed record AssessmentState(bool IsRequired, AssessmentStage Stage, string? AssessmentId, string Title, IReadOnlyList<string> Missing)
{
    /// <summary>Why the entry cannot be published yet, without a full stop; null when nothing is in the way.</summary>
    public string? Refusal => Stage switch
    {
        AssessmentStage.NotStarted => "Start and complete the equality impact assessment before you publish. It has not been started",
        AssessmentStage.Started when Missing.Count == 0 => "Publish the equality impact assessment first. All its questions are answered",
        AssessmentStage.Started => $"Complete the equality impact assessment before you publish. {Lacking}",
        AssessmentStage.Stopped => "This cannot be published, because the outcome of its equality impact assessment is that it does not go ahead",
        _ => null,
    };

    private string Lacking => Missing.Count == 1 ? "1 answer is missing" : $"{Missing.Count} answers are missing";
}
