using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Partnerships;

/// <summary>Partnerships of two people, one of whom helps the other to learn: what coaching (COA-02, COA-03) and mentoring (MEN-01, MEN-02) have in common.</summary>
public sealed class PartnershipsModule : IModule
{
    internal static readonly Permission UsePartnerships = new("UsePartnerships", "Work with a partner in coaching and mentoring, and sign for those whom one manages");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Partnerships", "Partnerships", "What coaching and mentoring have in common: agreements, meetings, confidential notes, looking back.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton<ConfidentialKeys>();
        module.Services.AddScoped<ConfidentialTexts>();
        module.Services.AddScoped<IConfidentialTexts>(services => services.GetRequiredService<ConfidentialTexts>());
        module.Services.AddScoped<LinesOfManagement>();
        module.Services.AddScoped<ISuitability, Suitability>();
        module.Services.AddScoped<PartnershipKinds>();
        module.Services.AddScoped<PartnershipNews>();
        module.Services.AddScoped<Together.Partnerships>();
        module.Services.AddScoped<IPartnerships>(services => services.GetRequiredService<Together.Partnerships>());
        module
            .Permissions(UsePartnerships)
            .Tables(ConfidentialTables.Map)
            .Tables(ConflictTables.Map)
            .Tables(PartnershipTables.Map)
            .Notification(PartnershipNews.Begun)
            .Notification(PartnershipNews.Ended);
    }
}
