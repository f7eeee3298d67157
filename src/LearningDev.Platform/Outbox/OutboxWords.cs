namespace LearningDev.Platform.Outbox;

/// <summary>What administrators read of a message's state.</summary>
internal static class OutboxWords
{
    public const string Page = "/admin/messages";

    public static string Of(OutboxState state) => state switch
    {
        OutboxState.Waiting => "Waiting",
        OutboxState.Sending => "Being sent",
        OutboxState.Delivered => "Delivered",
        OutboxState.InDoubt => "In doubt",
        OutboxState.Failed => "Failed",
        _ => "Given up",
    };

    public static string ColourOf(OutboxState state) => state switch
    {
        OutboxState.Waiting => "blue",
        OutboxState.Sending => "light-blue",
        OutboxState.Delivered => "green",
        OutboxState.InDoubt => "orange",
        OutboxState.Failed => "red",
        _ => "grey",
    };

    /// <summary>A kind as a person reads it, for example "Email" for "email".</summary>
    public static string OfKind(string kind) => kind.Length == 0 ? kind : char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}
