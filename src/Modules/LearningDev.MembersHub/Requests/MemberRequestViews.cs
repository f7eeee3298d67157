using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Ui;

namespace LearningDev.MembersHub.Requests;

/// <summary>A line of what a request says, with the step at which it is answered.</summary>
internal sealed record RequestLine(string Label, string Text, string StepUrl, string? Url = null);

/// <summary>A request as people read it.</summary>
/// <param name="Lines">What it says.</param>
/// <param name="Costs">The costs.</param>
/// <param name="TotalPence">What they come to.</param>
/// <param name="Effect">What it does to the budget, each as a sentence; none for the corporate budget and after it was decided.</param>
/// <param name="Presumption">That agreement is presumed; empty for other providers.</param>
/// <param name="More">What it says in fields that editors have added.</param>
/// <param name="CanChange">True when each answer gets a link to change it.</param>
internal sealed record RequestView(
    IReadOnlyList<RequestLine> Lines, IReadOnlyList<CostLine> Costs, long TotalPence, IReadOnlyList<string> Effect, string Presumption, IReadOnlyList<ShownField> More, bool CanChange);

/// <summary>Puts requests into words.</summary>
internal sealed class MemberRequestViews(MemberRequestFigures figures, ILearningFacts catalogue, ShownFields shown)
{
    /// <summary>Reads a request.</summary>
    /// <param name="item">Its item.</param>
    /// <param name="row">Its row.</param>
    /// <param name="withMore">True to read the fields that editors have added as well.</param>
    /// <param name="canChange">True when each answer gets a link to change it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RequestView> ReadAsync(ContentItem item, MemberRequestRow row, bool withMore, bool canChange, CancellationToken cancellation)
    {
        var (request, id) = (item.As<MemberTrainingRequest>(), item.ContentItemId);
        var entry = request.Entry.ContentItemIds is [var entryId, ..] ? await catalogue.FindAsync(entryId, cancellation) : null;
        return new RequestView(
            [
                new("Training", item.DisplayText, RequestLinks.Training(id), entry?.Url),
                new("Provider", request.IsRecognisedProvider.Value ? $"{request.Provider.Text} (recognised)" : request.Provider.Text ?? "", RequestLinks.Training(id)),
                new("More about it", request.Link.Url ?? "", RequestLinks.Training(id), request.Link.Url is { Length: > 0 } url ? url : null),
                new("First day", request.Starts is { } starts ? DateWords.Day(starts) : "", RequestLinks.Training(id)),
                new("Last day", request.Ends is { } ends ? DateWords.Day(ends) : "", RequestLinks.Training(id)),
                new("Role", request.Role.Text ?? "", RequestLinks.Relevance(id)),
                new("How it helps", request.Meets.Text ?? "", RequestLinks.Relevance(id)),
                new("Who pays", FundingWords(request.Funding.Text), RequestLinks.Relevance(id)),
                new("Why over the budget", request.OverReason.Text ?? "", RequestLinks.Relevance(id)),
            ],
            request.CostLines, request.TotalPence, await EffectAsync(row, request, cancellation), request.Presumption.Text ?? "",
            withMore ? await shown.OfPageAsync(item, unsaid: true, cancellation) : [], canChange);
    }

    public static string FundingWords(string? funding) => funding switch
    {
        FundingWays.Personal => "The member’s own training budget",
        FundingWays.Corporate => "The corporate member training budget",
        _ => "",
    };

    public static string Words(MemberRequestRow row) => row.State switch
    {
        MemberRequestState.Draft => "Draft",
        MemberRequestState.Sent => "Waiting for signatures",
        MemberRequestState.SentBack => "Sent back to be changed",
        MemberRequestState.HeldUp => "Held up",
        MemberRequestState.Closed when row.Outcome.Length > 0 => row.Outcome,
        MemberRequestState.Closed => "Closed without a decision",
        _ => row.State.ToString(),
    };

    public static string Colour(MemberRequestState state) => state switch
    {
        MemberRequestState.Sent => "blue",
        MemberRequestState.SentBack => "yellow",
        MemberRequestState.HeldUp or MemberRequestState.Refused => "red",
        MemberRequestState.Agreed or MemberRequestState.Paid => "green",
        _ => "grey",
    };

    private async Task<IReadOnlyList<string>> EffectAsync(MemberRequestRow row, MemberTrainingRequest request, CancellationToken cancellation)
    {
        if (request.Funding.Text != FundingWays.Personal || request.TotalPence == 0
            || row.State is not (MemberRequestState.Draft or MemberRequestState.Sent or MemberRequestState.SentBack or MemberRequestState.HeldUp))
        {
            return [];
        }

        var year = await figures.YearAsync(request, cancellation);
        var balance = await figures.BalanceAsync(row.PersonId, request, cancellation) ?? default;
        var over = balance.OverrideFor(request.TotalPence);
        return
        [
            $"Left in the budget of {year.Name}: {Pence.Words(balance.Left)}",
            over > 0 ? $"This is {Pence.Words(over)} over the budget, so it needs one more approval" : $"Left when this is agreed: {Pence.Words(balance.Left - request.TotalPence)}",
        ];
    }
}
