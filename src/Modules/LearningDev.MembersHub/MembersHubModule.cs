using LearningDev.Compliance.Contracts;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Recipes;
using LearningDev.MembersHub.Elections;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Roles;
using LearningDev.MembersHub.Wards;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Workflows.Tasks.Assigning;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.MembersHub;

/// <summary>The Members Hub (MEM-01 to MEM-07, MEM-11): where councillors, the Mayor and co-optees develop, run by Democratic Services.</summary>
public sealed class MembersHubModule : IModule
{
    internal static readonly Permission ManageMembers = new("ManageMembers", "Look after the Members Hub: members, their offices, training and budgets");

    internal static readonly Permission ViewMembersHub = new("ViewMembersHub", "See the Members Hub", ManageMembers);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.MembersHub", "Members Hub", "Where councillors, the Mayor and co-optees find what they need to develop, run by Democratic Services.", "Learning",
        ["LearningDev.Catalogue", "LearningDev.Compliance"]);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module
            .Permissions(ViewMembersHub, ManageMembers)
            .Tables(MemberTables.Map);
        AddMembers(module);
    }

    private static void AddMembers(ModuleBuilder module)
    {
        module.Services.AddScoped<MemberDirectory>();
        module.Services.AddScoped<IComplianceGroups, MemberGroups>();
        module.Services.AddScoped<IAssigneeSource>(services => ActivatorUtilities.CreateInstance<GroupOfficers>(services, Relationships.GroupWhip, OfficeKind.GroupWhip));
        module.Services.AddScoped<IAssigneeSource>(services => ActivatorUtilities.CreateInstance<GroupOfficers>(services, Relationships.GroupLeader, OfficeKind.GroupLeader));
        module.Services.AddScoped<IRecipeStep, MembersStep>();
        module.Services.AddScoped<MemberRoles>();
        module.Services.AddScoped<MemberAccounts>();
        module.Services.AddScoped<MemberKeeping>();
        module.Services.AddScoped<MemberProfiles>();
        module.Services.AddScoped<MemberChoices>();
        module.Services.AddScoped<MemberDesk>();
        module.Services.AddScoped<CouncilParts>();
        module.Services.AddScoped<ElectionWork>();
        module.Services.AddScoped<ElectionConfirming>();
        module.Services.AddScoped<ElectionNeeds>();
        module.Services.AddScoped<RoleDescriptions>();
        module.Services.AddSingleton(new ItemAddress(nameof(MemberRoleDescription), RoleDescriptions.Beginning));
        module.Services.AddSingleton(DefinitionReliance.On<MemberRoleDescription>(module.Manifest.Id));
        module
            .Tables(ElectionTables.Map)
            .Settings<MembersSettings>("Members", "When terms of members end after an election, and what the accounts of new members look like.")
            .Menu(new MenuEntry(
                "Members", MemberLinks.Manage, 70, ManageMembers.Name, MenuPlace.Administration,
                "Who is a member and as what: terms, political groups, committees and elections.", AdministrationGroup.PeopleAndAccess))
            .Job<MemberRolesJob>(MemberRolesJob.Manifest);
    }
}
