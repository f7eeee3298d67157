using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Content.Search;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Volunteering.Approving;
using LearningDev.Volunteering.Claiming;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Leave;
using LearningDev.Volunteering.Managing;
using LearningDev.Volunteering.Mine;
using LearningDev.Volunteering.Opportunities;
using LearningDev.Volunteering.Recipes;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Volunteering;

/// <summary>Volunteering (VOL-01 to VOL-03): opportunities with local organisations, and leave that matches own time.</summary>
public sealed class VolunteeringModule : IModule
{
    internal static readonly Permission ManageVolunteering = new("ManageVolunteering", "See everybody's claims for volunteering, record their leave and take claims back");

    internal static readonly Permission ViewVolunteering = new("ViewVolunteering", "Look for volunteering and claim leave for it", ManageVolunteering);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Volunteering", "Volunteering", "Opportunities to volunteer with local organisations, and leave that matches people's own time.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        var id = module.Manifest.Id;
        module.Services.AddScoped<OpportunityList>();
        module.Services.AddScoped<ISearchDocumentSource, OpportunityDocuments>();
        module.Services.AddSingleton(new SearchCollection(OpportunityDocuments.Collection, VolunteeringLinks.Opportunities, id));
        module.Services.AddSingleton(new ItemAddress(nameof(VolunteeringOpportunity), VolunteeringLinks.OpportunityBeginning));
        module.Services.AddSingleton(DefinitionReliance.On<VolunteeringOpportunity>(id));
        module.Services.AddSingleton(DefinitionReliance.On<VolunteeringClaim>(id));
        module.Services.AddSingleton(new PrivateContent(VolunteeringClaim.Type));
        module.Services.AddScoped<Balances>();
        module.Services.AddScoped<ClaimReviews>();
        module.Services.AddScoped<ClaimDrafts>();
        module.Services.AddScoped<ClaimAgreeing>();
        module.Services.AddScoped<IRequestForms, ClaimForms>();
        module.Services.AddScoped<LeaveRecords>();
        module.Services.AddScoped<OwnVolunteering>();
        module.Services.AddScoped<IRecipeStep, ClaimsStep>();
        module.Services.AddScoped<VolunteeringReport>();
        module
            .Permissions(ViewVolunteering, ManageVolunteering)
            .Settings<VolunteeringSettings>("Volunteering", "How much leave people have for volunteering, and which own time counts.")
            .Tables(VolunteeringTables.Map)
            .Menu(new MenuEntry("Volunteering", VolunteeringLinks.Opportunities, 105, ViewVolunteering.Name))
            .Menu(new MenuEntry(
                "Volunteering", VolunteeringLinks.Manage, 60, ManageVolunteering.Name, MenuPlace.Administration,
                "Who has claimed and taken leave for volunteering, by leave year and directorate.", AdministrationGroup.PeopleAndAccess))
            .Notification(LeaveRecords.ReversedKind)
            .Job<EndedOpportunitiesJob>(EndedOpportunitiesJob.Manifest)
            .Activity<ClaimSentEvent>()
            .Activity<CheckClaimTask>()
            .Activity<AgreeClaimTask>()
            .Handle<CaseEnded, ClaimAgreeing>();
    }
}
