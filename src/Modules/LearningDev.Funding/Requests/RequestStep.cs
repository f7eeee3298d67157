namespace LearningDev.Funding.Requests;

/// <summary>A step of the form of training requests, with an address of its own.</summary>
/// <param name="Key">The last part of its address.</param>
/// <param name="Title">What it is called.</param>
internal sealed record RequestStep(string Key, string Title)
{
    public static readonly RequestStep Learning = new("learning", "What you want to learn");
    public static readonly RequestStep Why = new("why", "Why you ask");
    public static readonly RequestStep Classification = new("classification", "Classification");
    public static readonly RequestStep Dates = new("dates", "Dates");
    public static readonly RequestStep Costs = new("costs", "Costs");
    public static readonly RequestStep Examinations = new("examinations", "Examinations and study leave");
    public static readonly RequestStep Source = new("funding", "Who is to pay");

    /// <summary>What a council has added to the form; left out where it has added nothing.</summary>
    public static readonly RequestStep More = new("more", "More about it");

    /// <summary>The steps in their order.</summary>
    public static IReadOnlyList<RequestStep> All { get; } = [Learning, Why, Classification, Dates, Costs, Examinations, Source, More];

    /// <summary>The step after this one; null after the last.</summary>
    /// <param name="hasMore">True when the council has added fields to the form.</param>
    public RequestStep? Next(bool hasMore) => All.SkipWhile(step => step != this).Skip(1).FirstOrDefault(step => hasMore || step != More);

    /// <summary>The step before this one; null before the first.</summary>
    public RequestStep? Previous => All.TakeWhile(step => step != this).LastOrDefault();

    /// <summary>The step that a field belongs to, for example "TrainingRequest.BusinessCase".</summary>
    public static RequestStep OfField(string key) => key switch
    {
        "TitlePart.Title" or "TrainingRequest.Entry" or "TrainingRequest.Provider" or "TrainingRequest.Link" or "TrainingRequest.IsQualification" or "TrainingRequest.QualificationLevel"
            or "TrainingRequest.IsCpd" => Learning,
        "TrainingRequest.BusinessCase" or "TrainingRequest.Outcomes" => Why,
        "TrainingRequest.Classification" => Classification,
        "TrainingRequest.StartsOn" or "TrainingRequest.EndsOn" => Dates,
        "TrainingRequest.TotalCost" => Costs,
        "TrainingRequest.Examinations" or "TrainingRequest.StudyLeaveDays" => Examinations,
        "TrainingRequest.FundingSource" or "TrainingRequest.InPlan" => Source,
        _ => More,
    };
}
