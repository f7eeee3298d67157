using LearningDev.Content.Items;
using LearningDev.Funding.Requests.Rules;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Tasks;

namespace LearningDev.Funding.Requests.Checking;

/// <summary>Says what stands against sending a request: the module's rules, and what the definition of its fields asks for, those that editors added too.</summary>
internal sealed class RequestCompleteness(ContentItems items, ContentValidator validator, ISettings settings) : IRequestForms
{
    /// <summary>What stands against sending it, in the order of the steps; a message for each field.</summary>
    public async Task<IReadOnlyList<RequestProblem>> ProblemsAsync(ContentItem item, CancellationToken cancellation)
    {
        var own = RequestCheck.Problems(item, await settings.GetAsync<FundingSettings>(cancellation)).ToList();
        // Where the module has said what is missing at a step, the definition need not say it again.
        var steps = own.Select(problem => problem.Step).ToHashSet();
        var asked = (await validator.CheckAsync(item, publish: true, cancellation))
            .Select(error => new RequestProblem(RequestStep.OfField(error.Key), error.Message)).Where(problem => !steps.Contains(problem.Step));
        return [.. own.Concat(asked).OrderBy(problem => RequestStep.All.Index().First(step => step.Item == problem.Step).Index)];
    }

    public string? ChangeUrl(string contentType, string contentItemId) => contentType == TrainingRequest.ContentType ? FundingLinks.Check(contentItemId) : null;

    public async Task<bool> CanBeSentAsync(string contentType, string contentItemId, CancellationToken cancellation) =>
        await items.FindAsync(contentItemId, VersionChoice.Latest, cancellation) is { } item && (await ProblemsAsync(item, cancellation)).Count == 0;
}
