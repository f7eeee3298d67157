using LearningDev.Platform.Events;

namespace LearningDev.Coaching.Requests;

/// <summary>Somebody has begun a request for a coach.</summary>
internal sealed record CoachingRequestBegun(string RequestId, string Pool) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"Began a request for a coach: {Pool}";
}

/// <summary>Somebody has changed a request for a coach.</summary>
internal sealed record CoachingRequestChanged(string RequestId, string Pool, string What) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"Changed {What} of a request for a coach: {Pool}";
}

/// <summary>Somebody has deleted the draft of a request for a coach.</summary>
internal sealed record CoachingRequestDeleted(string RequestId, string Pool) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"Deleted the draft of a request for a coach: {Pool}";
}

/// <summary>A request for a coach was sent.</summary>
internal sealed record CoachingRequestSent(string RequestId, string Pool, int Choices) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"Sent a request for a coach: {Pool}";
}

/// <summary>A coach is asked.</summary>
internal sealed record CoachAsked(string RequestId, string Pool, int Position) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"Asked the coach of choice {Position}: {Pool}";
}

/// <summary>A coach has accepted, and the two begin.</summary>
internal sealed record CoachingRequestAgreed(string RequestId, string Pool, string PartnershipId) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"A coach has accepted: {Pool}";
}

/// <summary>A request for a coach has ended without one.</summary>
internal sealed record CoachingRequestEnded(string RequestId, string Pool, RequestState State) : IPortalEvent
{
    public AuditSubject Subject => new("CoachingRequest", RequestId, Pool);

    public string Summary => $"A request for a coach has ended: {RequestWords.Of(State).ToLowerInvariant()} ({Pool})";
}

/// <summary>Where requests stand, in words.</summary>
internal static class RequestWords
{
    public static string Of(RequestState state) => state switch
    {
        RequestState.Draft => "Draft",
        RequestState.Sent => "A coach is asked",
        RequestState.Agreed => "A coach has accepted",
        RequestState.NoneLeft => "No coach yet",
        RequestState.Withdrawn => "Withdrawn",
        _ => "Closed",
    };

    public static string Colour(RequestState state) => state switch
    {
        RequestState.Sent => "blue",
        RequestState.Agreed => "green",
        RequestState.NoneLeft => "yellow",
        _ => "grey",
    };

    public static string Of(ChoiceState state) => state switch
    {
        ChoiceState.Waiting => "Not asked yet",
        ChoiceState.Asked => "Asked",
        ChoiceState.Passed => "Cannot take it on",
        ChoiceState.Skipped => "Has no place at present",
        _ => "Has accepted",
    };
}
