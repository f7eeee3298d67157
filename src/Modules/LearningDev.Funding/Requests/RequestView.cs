using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Funding.Requests.Rules;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;

namespace LearningDev.Funding.Requests;

/// <summary>A line of what a request says.</summary>
/// <param name="Label">The question.</param>
/// <param name="Text">The answer; empty when it is not answered.</param>
/// <param name="Step">The step at which it is answered.</param>
/// <param name="Url">Where the answer leads; null for nowhere.</param>
internal sealed record RequestLine(string Label, string Text, RequestStep Step, string? Url = null);

/// <summary>All that a request says and what follows from it, as people read it.</summary>
internal sealed record RequestView
{
    public required IReadOnlyList<RequestLine> Lines { get; init; }

    public required IReadOnlyList<CostView> Costs { get; init; }

    /// <summary>What the costs come to; null as long as they are not answered.</summary>
    public required decimal? Total { get; init; }

    /// <summary>What the classification brings, each as a sentence without a full stop.</summary>
    public required IReadOnlyList<string> Brings { get; init; }

    /// <summary>Why it has another classification than was chosen; empty for its own.</summary>
    public required string ForcedWords { get; init; }

    /// <summary>That it takes the longer way; empty when it does not.</summary>
    public required string LongerWay { get; init; }

    /// <summary>What it says in the fields that editors have added.</summary>
    public IReadOnlyList<ShownField> More { get; init; } = [];

    /// <summary>True when the answers can be changed, so that each has a link.</summary>
    public string? ChangeId { get; init; }
}

/// <summary>A cost line as people read it.</summary>
internal sealed record CostView(string Id, string Kind, string What, string Amount);

/// <summary>Says in words what classifications bring and why they are what they are.</summary>
internal static class RequestWords
{
    /// <summary>What a classification brings (FUN-02), each as a sentence without a full stop.</summary>
    public static IEnumerable<string> Brings(ClassificationRule? rule, FundingSettings settings)
    {
        if (rule is null)
        {
            yield break;
        }

        foreach (var (what, entitlement) in ((string, Entitlement)[])
            [
                ("Paid time off to attend", rule.PaidTimeOff), ("Course, assessment and examination fees", rule.Fees), ("A contribution to course materials", rule.Materials),
                ($"Study leave of {Days(settings.StudyLeaveDaysPerExamination)} before each examination that is taken for the first time", rule.StudyLeave),
            ])
        {
            if (entitlement != Entitlement.No)
            {
                yield return entitlement == Entitlement.Yes ? what : $"{what}, if it is agreed";
            }
        }

        if (rule.UsesProtectedLearningTime)
        {
            yield return "Some or all of the Protected Learning Time may have to be used";
        }

        if (rule.NeedsAgreement)
        {
            yield return "What is agreed is recorded";
        }
    }

    public static string Forced(ForcedBy why) => why switch
    {
        ForcedBy.Words => "This training is mandatory by the council’s rules, whatever is chosen",
        ForcedBy.Cpd => "Continuing professional development (CPD) counts as personal or professional development",
        _ => "",
    };

    /// <summary>Days in words, for example "half a day", "1 day", "1.5 days".</summary>
    public static string Days(decimal days) => days switch
    {
        0.5m => "half a day",
        1 => "1 day",
        _ => $"{days:0.##} days",
    };

    public static string State(RequestRow row) => row.State switch
    {
        RequestState.Draft => "Draft",
        RequestState.Sent => "Waiting for a decision",
        RequestState.SentBack => "Sent back to be changed",
        RequestState.HeldUp => "Held up",
        RequestState.Approved => "Approved",
        RequestState.Refused => "Refused",
        RequestState.Withdrawn => "Withdrawn",
        _ => row.Outcome.Length > 0 ? row.Outcome : "Closed without a decision",
    };

    public static string Colour(RequestState state) => state switch
    {
        RequestState.Draft => "grey",
        RequestState.Sent => "blue",
        RequestState.SentBack => "yellow",
        RequestState.HeldUp or RequestState.Refused => "red",
        RequestState.Approved => "green",
        _ => "grey",
    };
}

/// <summary>Puts what a request says into words.</summary>
internal sealed class RequestViews(RequestDrafts drafts, ILearningFacts catalogue, ShownFields shown, ISettings settings)
{
    /// <summary>Reads a request.</summary>
    /// <param name="item">Its item.</param>
    /// <param name="withMore">True to read the fields that editors have added as well.</param>
    /// <param name="canChange">True when each answer gets a link to change it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RequestView> ReadAsync(ContentItem item, bool withMore, bool canChange, CancellationToken cancellation)
    {
        var (request, rules, words) = (item.As<TrainingRequest>(), await settings.GetAsync<FundingSettings>(cancellation), await drafts.WordingAsync(cancellation));
        var (_, why) = RequestFigures.Forced(item.DisplayText, request.IsCpd?.Value == true, rules);
        return new RequestView
        {
            Lines = [.. await LinesAsync(item, request, words, cancellation)],
            Costs = [.. request.CostLines.Select(line => new CostView(line.Id, rules.KindOf(line.Kind)?.Name ?? line.Kind, line.What, Money.Words(line.Amount)))],
            Total = request.TotalCost.Value,
            Brings = [.. RequestWords.Brings(rules.RuleOf(request.Classification.Text), rules)],
            ForcedWords = RequestWords.Forced(why),
            LongerWay = request.AboveLimit?.Value == true ? $"It costs more than {Money.Words(rules.LongerWayAbove)}, so it takes the longer way" : "",
            More = withMore ? await shown.OfPageAsync(item, unsaid: true, cancellation) : [],
            ChangeId = canChange ? item.ContentItemId : null,
        };
    }

    private async Task<IReadOnlyList<RequestLine>> LinesAsync(ContentItem item, TrainingRequest request, RequestWording words, CancellationToken cancellation)
    {
        var entry = request.Entry.ContentItemIds is [var id, ..] ? await catalogue.FindAsync(id, cancellation) : null;
        List<RequestLine> lines =
        [
            new("Learning", item.DisplayText, RequestStep.Learning, entry?.Url),
            new(words.Label(nameof(request.Provider)), request.Provider.Text ?? "", RequestStep.Learning),
            new(words.Label(nameof(request.Link)), request.Link.Url ?? "", RequestStep.Learning, request.Link.Url is { Length: > 0 } url ? url : null),
            new(words.Label(nameof(request.IsQualification)), request.IsQualification switch
            {
                null => "",
                { Value: false } => "No",
                _ => request.QualificationLevel.Text is { Length: > 0 } level ? $"Yes: {words.NameOf(nameof(request.QualificationLevel), level)}" : "Yes",
            }, RequestStep.Learning),
            new(words.Label(nameof(request.IsCpd)), YesNo(request.IsCpd?.Value), RequestStep.Learning),
            new(words.Label(nameof(request.BusinessCase)), request.BusinessCase.Text ?? "", RequestStep.Why),
            new(words.Label(nameof(request.Outcomes)), request.Outcomes.Text ?? "", RequestStep.Why),
            new(words.Label(nameof(request.Classification)), words.NameOf(nameof(request.Classification), request.Classification.Text), RequestStep.Classification),
            new(words.Label(nameof(request.StartsOn)), request.Starts is { } starts ? DateWords.Day(starts) : "", RequestStep.Dates),
            new(words.Label(nameof(request.EndsOn)), request.Ends is { } ends ? DateWords.Day(ends) : "", RequestStep.Dates),
            new(words.Label(nameof(request.Examinations)), Examinations(request), RequestStep.Examinations),
            new(words.Label(nameof(request.FundingSource)), words.NameOf(nameof(request.FundingSource), request.FundingSource.Text), RequestStep.Source),
            new(words.Label(nameof(request.InPlan)), YesNo(request.InPlan?.Value), RequestStep.Source),
        ];
        return lines;
    }

    private static string Examinations(TrainingRequest request) => request.Examinations.Value switch
    {
        null => "",
        0 => "None",
        { } count when request.StudyLeaveDays.Value is > 0 and { } days => $"{count:0}, with {RequestWords.Days(days)} of study leave",
        { } count => $"{count:0}, without study leave",
    };

    private static string YesNo(bool? answer) => answer switch { null => "", true => "Yes", _ => "No" };
}
