using System.Text.RegularExpressions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;

namespace LearningDev.Funding.Requests.Rules;

/// <summary>Why a request has another classification than was chosen.</summary>
internal enum ForcedBy
{
    /// <summary>It has the one that was chosen.</summary>
    Nothing,

    /// <summary>Its title has words that the settings name (Driver CPC).</summary>
    Words,

    /// <summary>It is continuing professional development.</summary>
    Cpd,
}

/// <summary>What follows from the answers of a request and the settings (FUN-02, FUN-03, FUN-07, FUN-08). Nothing here reads the database.</summary>
internal static class RequestFigures
{
    /// <summary>The classification that a request has whatever is chosen, and why; an empty text when the choice is free.</summary>
    public static (string Classification, ForcedBy Why) Forced(string title, bool isCpd, FundingSettings settings) =>
        settings.MandatoryWords.Exists(words => Has(title, words)) ? (TrainingClassification.Mandatory, ForcedBy.Words)
        : isCpd ? (TrainingClassification.Personal, ForcedBy.Cpd)
        : ("", ForcedBy.Nothing);

    /// <summary>Days of study leave.</summary>
    /// <param name="examinations">How many examinations are taken for the first time; a negative number counts as none.</param>
    /// <param name="classification">The classification; none brings none.</param>
    /// <param name="settings">The settings.</param>
    public static decimal StudyLeave(int examinations, string? classification, FundingSettings settings) =>
        settings.RuleOf(classification) is not { StudyLeave: not Entitlement.No } ? 0 : Math.Max(0, examinations) * settings.StudyLeaveDaysPerExamination;

    /// <summary>True when the cost sends a request the longer way: above the limit, not at it. What people or the levy pay does not count.</summary>
    public static bool IsAboveLimit(decimal total, string? source, FundingSettings settings) =>
        source is not (FundingSources.Own or FundingSources.Levy) && total > settings.LongerWayAbove;

    /// <summary>True when the corporate budget does not pay, because no team development plan has the learning.</summary>
    public static bool IsRefusedWithoutPlan(string? source, bool isInPlan, FundingSettings settings) =>
        source == FundingSources.Corporate && settings.CorporateBudgetNeedsPlan && !isInPlan;

    /// <summary>Writes into an item what follows from its answers.</summary>
    public static void Apply(ContentItem item, FundingSettings settings)
    {
        var title = item.As<TitlePart>().Title;
        item.Alter<TrainingRequest>(request =>
        {
            var (forced, _) = Forced(title, request.IsCpd?.Value == true, settings);
            if (forced.Length > 0)
            {
                request.Classification.Text = forced;
            }

            if (request.TotalCost.Value is not null || request.CostLines.Count > 0)
            {
                request.TotalCost.Value = Money.Total(request.CostLines);
            }

            request.StudyLeaveDays.Value = StudyLeave((int)(request.Examinations.Value ?? 0), request.Classification.Text, settings);
            request.AboveLimit = new BooleanField { Value = IsAboveLimit(request.TotalCost.Value ?? 0, request.FundingSource.Text, settings) };
        });
    }

    // As whole words, with whatever is between them.
    private static bool Has(string title, string words)
    {
        var parts = words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 && Regex.IsMatch(
            title, $@"(?<!\w){string.Join(@"[\s\-\u2010-\u2015]+", parts.Select(Regex.Escape))}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
