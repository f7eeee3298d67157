using LearningDev.Content.Fields;
using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Roles;

/// <summary>What a role on the council is for, as Democratic Services write it (MEM-02): a part of its content item, to which they may add fields.</summary>
internal sealed class MemberRoleDescription
{
    /// <summary>One or two sentences for lists.</summary>
    public TextField Summary { get; set; } = new();

    /// <summary>Whose role it is: some of <see cref="CouncilRoles"/>.</summary>
    public MultiTextField Holders { get; set; } = new();

    public MarkdownField Purpose { get; set; } = new();

    public MarkdownField Responsibilities { get; set; } = new();

    public MarkdownField Skills { get; set; } = new();
}
