using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Email;

internal static class EmailServices
{
    public static IServiceCollection AddEmail(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Email").Get<EmailOptions>() ?? new EmailOptions());
        services.AddSingleton<HandOverJournal>();
        services.AddSingleton(provider => new Lazy<HandOverJournal>(provider.GetRequiredService<HandOverJournal>));
        services.AddSingleton<SmtpPost>();
        services.AddSingleton<LetterFolder>();
        services.AddSingleton<LetterReader>();
        services.AddScoped<IEmail, EmailOutbox>();
        return services;
    }
}
