using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Audit.Keeping;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditReader>()
        .AddScoped<AuditVerifier>()
        .AddScoped<SensitiveReadings>()
        .AddSingleton(new ShortLivedEvent(nameof(SignedIn)))
        .AddSingleton(new ShortLivedEvent(nameof(SignedOut)))
        .AddSingleton(new ShortLivedEvent(nameof(SignInFailed)));

    public static ModuleBuilder Audit(this ModuleBuilder module) => module
        .Settings<AuditSettings>("Audit", "How long the audit is kept, and when a look at sensitive data is recorded again.")
        .Endpoints(AuditCsv.Map)
        .Command<AuditVerifyCommand>(AuditVerifyCommand.Manifest)
        .Job<AuditHeadJob>(AuditHeadJob.Manifest)
        .Job<AuditRetention>(AuditRetention.Manifest);
}
