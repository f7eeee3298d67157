using LearningDev.Content.Fields;
using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Roles;

/// <summary>What a role on the council is for, as Democratic Services write it (MEM-02): a part of its content item, to which they may add fields.</summary>
internal sealed class MemberRoleDescription
{
    /// <summary>One or two sentences for lists.</summary>
    public TextField Summary { get; set; } = new();

    /// <summary>Whose role it is: some of <see cref="HoldersOf"/>.</summary>
    public MultiTextField Holders { get; set; } = new();

    public MarkdownField Purpose { get; set; } = new();

    public MarkdownField Responsibilities { get; set; } = new();

    public MarkdownField Skills { get; set; } = new();

    /// <summary>What a member is, in the words that role descriptions know.</summary>
    public static IReadOnlyList<string> HoldersOf(Member member)
    {
        List<string> found = ["member"];
        if (member.Offices.Any(office => office.Kind is OfficeKind.Mayor or OfficeKind.ExecutiveMember))
        {
            found.Add("executive");
        }

        if (member.Offices.Any(office => office.Kind == OfficeKind.Speaker))
        {
            found.Add("civic");
        }

        found.AddRange(member.Offices.Select(office => office.BodyKind switch
        {
            BodyKind.Committee => "committee",
            BodyKind.OverviewAndScrutiny => "scrutiny",
            BodyKind.OutsideBody => "outside-body",
            _ => "",
        }).Where(holder => holder.Length > 0).Distinct());
        if (member.IsBackbencher)
        {
            found.Add("backbencher");
        }

        if (!member.IsElected)
        {
            found.Add("co-opted");
        }

        return found;
    }
}
