using LearningDev.Platform.Ui;

namespace LearningDev.MembersHub.Members;

/// <summary>What people read of members and their offices.</summary>
internal static class MemberWords
{
    public static string Of(OfficeKind kind) => kind switch
    {
        OfficeKind.Mayor => "Mayor",
        OfficeKind.ExecutiveMember => "Member of the executive",
        OfficeKind.Speaker => "Speaker",
        OfficeKind.Chair => "Chair",
        OfficeKind.ViceChair => "Vice-chair",
        OfficeKind.BodyMember => "Member",
        OfficeKind.Substitute => "Substitute",
        OfficeKind.GroupLeader => "Group leader",
        _ => "Group whip",
    };

    public static string Of(TermKind kind) => kind switch
    {
        TermKind.Elected => "Councillor",
        TermKind.ElectedMayor => "Mayor",
        _ => "Co-opted member",
    };

    public static string Of(BodyKind kind) => kind switch
    {
        BodyKind.Committee => "Committee",
        BodyKind.OverviewAndScrutiny => "Overview and scrutiny committee",
        _ => "Outside body",
    };

    /// <summary>An office with what it is held of, for example "Chair, Planning Committee" or "Member of the executive: Housing".</summary>
    /// <param name="kind">The office.</param>
    /// <param name="title">The portfolio; may be empty.</param>
    /// <param name="of">The name of the body or the political group; empty for none.</param>
    public static string Of(OfficeKind kind, string title, string of) =>
        kind == OfficeKind.ExecutiveMember && title.Length > 0 ? $"{Of(kind)}: {title}" : of.Length > 0 ? $"{Of(kind)}, {of}" : Of(kind);

    /// <summary>An office in words, for example "Chair, Planning Committee".</summary>
    /// <param name="office">The office.</param>
    /// <param name="names">The names of political groups and bodies, by id.</param>
    public static string Of(OfficeRow office, IReadOnlyDictionary<string, string> names) => Of(office.Kind, office.Title, (office.BodyId ?? office.GroupId) is { } of ? names[of] : "");

    /// <summary>From when until when, whatever today is, for example "8 May 2023 to 4 May 2027" or "from 8 May 2023".</summary>
    public static string Span(DateOnly from, DateOnly? until) => until is { } last ? $"{DateWords.Day(from)} to {DateWords.Day(last)}" : $"from {DateWords.Day(from)}";

    /// <summary>From when until when, for example "8 May 2023 to 4 May 2027" or "since 8 May 2023".</summary>
    public static string Days(DateOnly from, DateOnly? until, DateOnly today) => until is not null || from > today ? Span(from, until) : $"since {DateWords.Day(from)}";

    /// <summary>What becomes of the letters to new members, as a sentence without its full stop; empty when there are no new members.</summary>
    /// <param name="made">How many accounts were made.</param>
    /// <param name="notInvited">To how many of them no letter could be sent.</param>
    public static string Letters(int made, int notInvited) => (made, notInvited) switch
    {
        (0, _) => "",
        (1, 0) => "1 new member gets a letter with a link to choose a password",
        (_, 0) => $"{made:#,0} new members get a letter with a link to choose a password",
        _ => $"No letter could be sent to {notInvited:#,0} of the {made:#,0} new members: they choose a password by the link for those who have forgotten theirs",
    };
}
