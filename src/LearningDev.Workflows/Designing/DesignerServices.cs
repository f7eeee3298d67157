using LearningDev.Platform.Modules;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Comparing;
using LearningDev.Workflows.Designing.Drawing;
using LearningDev.Workflows.Designing.Exporting;
using LearningDev.Workflows.Designing.StepForms;
using LearningDev.Workflows.Designing.Steps;
using LearningDev.Workflows.Designing.Trying;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Workflows.Designing;

/// <summary>What the door registers for the designer.</summary>
internal static class DesignerServices
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<StepList>();
        module.Services.AddScoped<StepWords>();
        module.Services.AddScoped<DraftEditing>();
        module.Services.AddScoped<StepFormView>();
        module.Services.AddScoped<StepPeople>();
        module.Services.AddScoped<ComparisonWords>();
        module.Services.AddScoped<WorkflowTrial>();
        TrialLetters.PutBefore(module.Services);
        module
            .Endpoints(DiagramEndpoint.Map)
            .Endpoints(WorkflowExport.Map)
            .Endpoints(StepPeopleApi.Map)
            .Menu(new MenuEntry(
                "Workflows", DesignerLinks.List, 50, "ManageWorkflows", MenuPlace.Administration,
                "How requests are approved and what happens by itself: steps, who decides, letters, versions.", AdministrationGroup.ContentAndRecipes));
    }
}
