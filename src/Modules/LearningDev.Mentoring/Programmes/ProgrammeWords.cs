using LearningDev.Platform.Ui;

namespace LearningDev.Mentoring.Programmes;

/// <summary>What people read of programmes and those in them.</summary>
internal static class ProgrammeWords
{
    public static string Of(ProgrammeKind kind) => kind switch
    {
        ProgrammeKind.Reverse => "Reverse mentoring",
        ProgrammeKind.Peer => "Peer mentoring",
        _ => "Mentoring",
    };

    public static string Explain(ProgrammeKind kind) => kind switch
    {
        ProgrammeKind.Reverse => "A junior colleague mentors a senior one, who learns how things look from there.",
        ProgrammeKind.Peer => "Colleagues learn from one another: everybody has a mentor and is one.",
        _ => "A more experienced colleague mentors one who wants to learn.",
    };

    /// <summary>A role in small letters, for example "mentor".</summary>
    public static string Of(MentoringRole role) => role switch
    {
        MentoringRole.Mentor => "mentor",
        MentoringRole.Peer => "peer",
        _ => "mentee",
    };

    /// <summary>What the button to take part says.</summary>
    public static string Join(MentoringRole role) => role switch
    {
        MentoringRole.Mentor => "Offer to be a mentor",
        MentoringRole.Peer => "Take part",
        _ => "Ask for a mentor",
    };

    public static string Of(ProfileState state) => state switch
    {
        ProfileState.Draft => "Not sent",
        ProfileState.Waiting => "Waiting",
        ProfileState.Matched => "Matched",
        ProfileState.Ended => "Ended",
        _ => "Withdrawn",
    };

    /// <summary>What a profile is called in lists: a mentor who has sent an offer does not wait.</summary>
    public static string Of(ProfileRow row) => row is { Role: MentoringRole.Mentor, State: ProfileState.Waiting } ? "Offered" : Of(row.State);

    public static string Colour(ProfileState state) => state switch
    {
        ProfileState.Waiting => "blue",
        ProfileState.Matched => "green",
        _ => "grey",
    };

    /// <summary>When people can join, in a sentence without a full stop.</summary>
    public static string Joining(Programme programme, DateOnly today) => programme.JoiningOn(today) switch
    {
        Programmes.Joining.Ended => "It has ended",
        Programmes.Joining.Closed => $"Joining closed on {DateWords.Day(programme.JoinTo!.Value)}",
        Programmes.Joining.NotYet => $"You can join from {DateWords.Day(programme.JoinFrom!.Value)}",
        _ => programme.JoinTo is { } last ? $"You can join until {DateWords.Day(last)}" : "You can join all year",
    };
}
