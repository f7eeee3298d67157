using LearningDev.Catalogue.Contracts;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.People;
using LearningDev.Compliance.Recipes;
using LearningDev.Compliance.Recording;
using LearningDev.Compliance.Records;
using LearningDev.Compliance.Rules;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Menus;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Compliance;

/// <summary>Mandatory training (CMP-01, CMP-03): which training is required of whom and by when, and where each person stands.</summary>
public sealed class ComplianceModule : IModule
{
    internal static readonly Permission RecordMandatoryTraining = new("RecordMandatoryTraining", "Record attendance of mandatory training, and exemptions from it");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Compliance", "Mandatory training", "Which training is required of whom and by when, and where each person stands.", "Learning", ["LearningDev.Catalogue"]);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<KnownGroups>();
        module.Services.AddScoped<RuleBook>();
        module.Services.AddScoped<ICompliance>(services => services.GetRequiredService<RuleBook>());
        module.Services.AddScoped<TrainingRecording>();
        module.Services.AddScoped<ITrainingRecords>(services => services.GetRequiredService<TrainingRecording>());
        module.Services.AddScoped<RecordSheet>();
        module.Services.AddScoped<TrainingOfPerson>();
        module.Services.AddScoped<ISettingsAdvice, ComplianceAdvice>();
        module.Services.AddScoped<ISettingsCheck, KeysInUseCheck>();
        module.Services.AddScoped<IRecipeStep, MandatoryTrainingRulesStep>();
        module.Services.AddScoped<IRecipeStep, MandatoryTrainingStep>();
        module
            .Permissions(RecordMandatoryTraining)
            .Settings<ComplianceSettings>("Mandatory training", "Which training is needed, by whom and when.")
            .Tables(ComplianceTables.Map)
            .Menu(new MenuEntry(
                "Mandatory training", ComplianceLinks.Record, 65, RecordMandatoryTraining.Name, MenuPlace.Administration,
                "Record who has attended, and who is exempt.", AdministrationGroup.PeopleAndAccess))
            .Handle<LearningCompleted, TrainingRecording>();
    }
}
