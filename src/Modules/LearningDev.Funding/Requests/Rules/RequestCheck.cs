using LearningDev.Content.Items;

namespace LearningDev.Funding.Requests.Rules;

/// <summary>Something that stands against sending a request.</summary>
/// <param name="Step">The step at which it is put right.</param>
/// <param name="Message">What people read: a sentence without a full stop.</param>
internal sealed record RequestProblem(RequestStep Step, string Message);

/// <summary>Says what stands against sending a request, apart from what the definition of its fields asks for (FUN-01, FUN-03).</summary>
internal static class RequestCheck
{
    public const string NotInPlan =
        "The corporate learning budget pays only for what is in your team’s Annual Team Development Plan. Ask your manager to add it to the plan, or choose who else is to pay";

    /// <summary>What stands against sending it, in the order of the steps.</summary>
    public static IEnumerable<RequestProblem> Problems(ContentItem item, FundingSettings settings)
    {
        var request = item.As<TrainingRequest>();
        if (request.IsQualification is null)
        {
            yield return new RequestProblem(RequestStep.Learning, "Say whether it leads to a qualification");
        }
        else if (request.IsQualification.Value && string.IsNullOrEmpty(request.QualificationLevel.Text))
        {
            yield return new RequestProblem(RequestStep.Learning, "Select the level of the qualification");
        }

        if (string.IsNullOrWhiteSpace(request.BusinessCase.Text))
        {
            yield return new RequestProblem(RequestStep.Why, "Enter why you and the council need it");
        }

        if (string.IsNullOrWhiteSpace(request.Outcomes.Text))
        {
            yield return new RequestProblem(RequestStep.Why, "Enter what will be better afterwards");
        }

        if (string.IsNullOrEmpty(request.Classification.Text))
        {
            yield return new RequestProblem(RequestStep.Classification, "Select a classification");
        }

        if (request.Starts is null)
        {
            yield return new RequestProblem(RequestStep.Dates, "Enter when it starts");
        }
        else if (request.Ends < request.Starts)
        {
            yield return new RequestProblem(RequestStep.Dates, "The last day must be on or after the first");
        }

        foreach (var problem in OfCosts(request, settings))
        {
            yield return new RequestProblem(RequestStep.Costs, problem);
        }

        if (request.Examinations.Value is null)
        {
            yield return new RequestProblem(RequestStep.Examinations, "Say how many examinations you take for the first time");
        }

        if (string.IsNullOrEmpty(request.FundingSource.Text))
        {
            yield return new RequestProblem(RequestStep.Source, "Select who is to pay");
        }
        else if (RequestFigures.IsRefusedWithoutPlan(request.FundingSource.Text, request.InPlan?.Value == true, settings))
        {
            yield return new RequestProblem(RequestStep.Source, NotInPlan);
        }
    }

    private static IEnumerable<string> OfCosts(TrainingRequest request, FundingSettings settings)
    {
        if (request.TotalCost.Value is null)
        {
            yield return "Enter the costs, or say that there are none";
        }

        // The settings can have changed since the line was written.
        foreach (var line in request.CostLines)
        {
            if (settings.KindOf(line.Kind) is not { } kind)
            {
                yield return $"“{line.What}” has a kind of costs that there is not any more. Remove it and add it again";
            }
            else if (!kind.IsPaid)
            {
                yield return $"“{line.What}”: {kind.Refusal}";
            }
        }
    }
}
