using LearningDev.Content.PrivateItems;

namespace LearningDev.Funding.Requests;

/// <summary>Says which fields a step asks for, and where people go from a step.</summary>
internal sealed class RequestSteps(OwnForms forms)
{
    private const string FromCheck = "check";

    private static readonly Dictionary<RequestStep, string[]> Asked = new()
    {
        [RequestStep.Why] = [nameof(TrainingRequest.BusinessCase), nameof(TrainingRequest.Outcomes)],
        [RequestStep.Dates] = [nameof(TrainingRequest.StartsOn), nameof(TrainingRequest.EndsOn)],
        [RequestStep.Examinations] = [nameof(TrainingRequest.Examinations)],
    };

    /// <summary>The fields of a step that asks for nothing but fields, each as part and field; none for other steps, and where editors have added nothing.</summary>
    public async Task<IReadOnlyList<string>> FieldsAsync(RequestStep step, CancellationToken cancellation) =>
        step == RequestStep.More ? await AddedAsync(cancellation) : [.. Asked.GetValueOrDefault(step, []).Select(KeyOf)];

    /// <summary>Where people go when a step is saved.</summary>
    /// <param name="id">The request.</param>
    /// <param name="step">The step.</param>
    /// <param name="from">"check" when they came from the answers.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string> NextUrlAsync(string id, RequestStep step, string? from, CancellationToken cancellation) =>
        from != FromCheck && step.Next((await AddedAsync(cancellation)).Count > 0) is { } next ? FundingLinks.Step(id, next.Key) : FundingLinks.Check(id);

    /// <summary>Where the link "Back" of a step leads.</summary>
    public static string BackUrl(string id, RequestStep step, string? from) => from == FromCheck ? FundingLinks.Check(id)
        : step.Previous is { } previous ? FundingLinks.Step(id, previous.Key) : FundingLinks.Requests;

    private Task<IReadOnlyList<string>> AddedAsync(CancellationToken cancellation) =>
        forms.AddedAsync(TrainingRequest.ContentType, [.. TrainingRequest.Fields.Select(KeyOf)], cancellation);

    private static string KeyOf(string field) => $"{TrainingRequest.ContentType}.{field}";
}
