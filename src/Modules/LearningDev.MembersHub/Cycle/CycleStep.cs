using System.Globalization;
using LearningDev.Platform.Calendar;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Who agrees a document.</summary>
internal enum SigningBody
{
    WorkingGroup,
    LeadershipTeam,
    StandardsCommittee,
}

/// <summary>What a document is.</summary>
internal enum DocumentKind
{
    /// <summary>The strategy of a whole cycle.</summary>
    Strategy,

    /// <summary>The plan of the first year.</summary>
    InductionPlan,

    /// <summary>The plan of a later year.</summary>
    DevelopmentPlan,
}

/// <summary>Which document of a cycle.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="PlanYear">The year of the cycle, from 2; 1 for what is for the first year or the whole cycle.</param>
internal sealed record DocumentPlace(DocumentKind Kind, int PlanYear)
{
    public string Name => Kind switch
    {
        DocumentKind.Strategy => "Learning and development strategy",
        DocumentKind.InductionPlan => "Induction plan",
        _ => string.Create(CultureInfo.InvariantCulture, $"Development plan for year {PlanYear}"),
    };
}

/// <summary>Something that is to be done in a cycle by a day (MEM-07).</summary>
/// <param name="Key">Names it within its cycle for good, for example "plan-3-standards-committee".</param>
/// <param name="Words">What is done, for example "The working group agrees the induction plan".</param>
/// <param name="DueOn">The last day.</param>
/// <param name="Document">The document that is agreed; null for none.</param>
/// <param name="Body">Who agrees; null where nobody does.</param>
internal sealed record CycleStep(string Key, string Words, DateOnly DueOn, DocumentPlace? Document, SigningBody? Body)
{
    /// <summary>The steps of a cycle, in the order of their days.</summary>
    /// <param name="cycle">The cycle, from one election to the day before the next.</param>
    /// <param name="calendar">When municipal years begin, and how many years a cycle has.</param>
    /// <param name="settings">By when things are done.</param>
    public static IReadOnlyList<CycleStep> Of(NamedYear cycle, CalendarSettings calendar, MemberCycleSettings settings)
    {
        var election = cycle.Start;
        var (strategy, induction) = (new DocumentPlace(DocumentKind.Strategy, 1), new DocumentPlace(DocumentKind.InductionPlan, 1));
        List<CycleStep> steps =
        [
            Agreed(strategy, SigningBody.WorkingGroup, election.AddMonths(-settings.WorkingGroupMonths), settings),
            Agreed(strategy, SigningBody.LeadershipTeam, election.AddMonths(-settings.LeadershipTeamMonths), settings),
            Agreed(strategy, SigningBody.StandardsCommittee, election.AddMonths(-settings.StandardsCommitteeMonths), settings),
            Agreed(induction, SigningBody.WorkingGroup, election.AddMonths(-settings.WorkingGroupMonths), settings),
            Agreed(induction, SigningBody.StandardsCommittee, election.AddMonths(-settings.StandardsCommitteeMonths), settings),
            new("presented", "The strategy is presented to the new members", election.AddMonths(settings.PresentedMonths), null, null),
            new("review", "The strategy is reviewed", election.AddYears(Math.Min(settings.ReviewYear, calendar.ElectionEveryYears)).AddDays(-1), null, null),
        ];
        for (var year = 2; year <= calendar.ElectionEveryYears; year++)
        {
            var (plan, begins) = (new DocumentPlace(DocumentKind.DevelopmentPlan, year), NamedYear.AnnualMeeting(calendar, election.Year + year - 1));
            steps.Add(Agreed(plan, SigningBody.WorkingGroup, begins.AddMonths(-settings.PlanWorkingGroupMonths), settings));
            steps.Add(Agreed(plan, SigningBody.StandardsCommittee, begins, settings));
        }

        return [.. steps.OrderBy(step => step.DueOn)];
    }

    /// <summary>The key of the step in which somebody agrees a document.</summary>
    public static string KeyOf(DocumentPlace document, SigningBody body) => $"{DocumentKey(document)}-{BodyKey(body)}";

    /// <summary>The step in which somebody agrees a document.</summary>
    public static CycleStep Agreed(DocumentPlace document, SigningBody body, DateOnly due, MemberCycleSettings settings) =>
        new(KeyOf(document, body), $"{settings.NameOf(body)} {(body == SigningBody.StandardsCommittee && document.Kind != DocumentKind.DevelopmentPlan ? "signs it off" : "agrees it")}", due, document, body);

    private static string DocumentKey(DocumentPlace document) => document.Kind switch
    {
        DocumentKind.Strategy => "strategy",
        DocumentKind.InductionPlan => "induction",
        _ => string.Create(CultureInfo.InvariantCulture, $"plan-{document.PlanYear}"),
    };

    private static string BodyKey(SigningBody body) => body switch
    {
        SigningBody.WorkingGroup => "working-group",
        SigningBody.LeadershipTeam => "leadership-team",
        _ => "standards-committee",
    };
}
