using LearningDev.Partnerships.Contracts;

namespace LearningDev.Partnerships.Together;

/// <summary>How the portal speaks of partnerships.</summary>
internal static class PartnershipPhrases
{
    public static string State(PartnershipState state) => state switch
    {
        PartnershipState.Chemistry => "First meeting",
        PartnershipState.Signing => "To be signed",
        PartnershipState.Active => "Under way",
        _ => "Ended",
    };

    public static string Colour(PartnershipState state) => state switch
    {
        PartnershipState.Chemistry => "blue",
        PartnershipState.Signing => "yellow",
        PartnershipState.Active => "green",
        _ => "grey",
    };

    /// <summary>Why it has ended, in a sentence that blames nobody.</summary>
    public static string Why(PartnershipEnd end, PartnershipWords words) => end switch
    {
        PartnershipEnd.Completed => "You have done what you agreed.",
        PartnershipEnd.NotSuited => "Another partner would suit better. To find that out early is what the first steps are for, and nobody has to say why.",
        PartnershipEnd.Changed => $"The {words.Learner} goes on with another {words.Guide}. That happens, and says nothing about either of you.",
        PartnershipEnd.EndedEarly => "It was ended before its time. That is everybody’s right, and nobody has to say why.",
        PartnershipEnd.PersonLeft => "One of you has left, or cannot sign in any more.",
        _ => $"One of you now manages the other, directly or through others. A {words.Guide} never stands in the line of management, so that everybody can speak freely.",
    };

    /// <summary>What comes next for who had a seat.</summary>
    public static string NextAfter(PartnershipEnd end, Seat seat, PartnershipWords words) => (end, seat) switch
    {
        (PartnershipEnd.Completed, _) => "You can say what it has brought you, and choose what of it stands in your record.",
        (PartnershipEnd.Changed, Seat.Learner) => $"You can ask for another {words.Guide}.",
        (_, Seat.Learner) => $"If you would like to go on, you can ask for another {words.Guide}. What you have written stays yours to read.",
        _ => "There is nothing that you have to do. What you have written stays yours to read. Thank you for your time.",
    };
}
