using LearningDev.Partnerships.Contracts;

namespace LearningDev.Partnerships.Overview;

/// <summary>What HR reads of ends and outcomes.</summary>
internal static class OverviewWords
{
    public const string NoDirectorate = "In no directorate";

    public static string Of(OutcomeReached reached) => reached switch
    {
        OutcomeReached.Fully => "Reached fully",
        OutcomeReached.Partly => "Reached partly",
        _ => "Not reached",
    };

    public static string Of(PartnershipEnd end) => end switch
    {
        PartnershipEnd.Completed => "Done as agreed",
        PartnershipEnd.NotSuited => "Ended after the first meeting",
        PartnershipEnd.Changed => "Went on with somebody else",
        PartnershipEnd.EndedEarly => "Ended before its time",
        PartnershipEnd.PersonLeft => "One of the two has left",
        _ => "One came to manage the other",
    };
}
