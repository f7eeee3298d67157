namespace LearningDev.Volunteering.Claims;

/// <summary>Where claims stand, in words.</summary>
internal static class ClaimWords
{
    public static string Of(ClaimState state) => state switch
    {
        ClaimState.Draft => "Draft",
        ClaimState.Sent => "Waiting for a decision",
        ClaimState.Agreed => "Agreed",
        ClaimState.Refused => "Not agreed",
        ClaimState.Withdrawn => "Withdrawn",
        _ => "Taken back",
    };

    public static string Colour(ClaimState state) => state switch
    {
        ClaimState.Draft => "grey",
        ClaimState.Sent => "blue",
        ClaimState.Agreed => "green",
        ClaimState.Withdrawn => "grey",
        _ => "red",
    };
}
