using LearningDev.Content.Search.Index;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Web.Demonstration;
using LearningDev.Web.Setup.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup;

/// <summary>Fills an empty database from the configuration, without asking anybody (ADM-05).</summary>
internal sealed class FirstStart(
    PortalDb db, Installation installation, UserManager<Person> users, IConfiguration configuration, IHostEnvironment environment, ILogger<FirstStart> log)
{
    /// <summary>
    /// Runs the recipe of the setting Setup:Recipe ("council", or "demonstration" in the demonstration) and makes the account of
    /// Setup:Administrator, when there are no people yet. Without that setting only the demonstration fills itself; any other portal waits for
    /// somebody who sets it up in the browser.
    /// </summary>
    /// <exception cref="InvalidOperationException">The password is not good enough, or cannot be read; the database is as it was.</exception>
    public async Task RunAsync()
    {
        if (await db.Users.AnyAsync())
        {
            return;
        }

        var settings = configuration.GetSection("Setup");
        var userName = settings["Administrator:UserName"] ?? "";
        if (userName.Length == 0 && !environment.IsDemonstration())
        {
            return;
        }

        var recipe = settings["Recipe"] ?? (environment.IsDemonstration() ? "demonstration" : "council");
        log.LogInformation("The database is empty: running the recipe {Recipe}", recipe);
        await installation.RunAsync(new SetupAnswers
        {
            Recipe = recipe,
            CouncilName = settings["CouncilName"] ?? "",
            SiteName = settings["SiteName"] ?? "",
            Nation = settings.GetValue<Nation?>("Nation"),
            GivenName = userName,
            UserName = userName,
            Email = settings["Administrator:Email"] ?? "",
            PasswordHash = userName.Length == 0 ? "" : await HashAsync(userName, Password(settings.GetSection("Administrator"))),
        });
        if (!await db.Users.AnyAsync())
        {
            log.LogWarning("Nobody can sign in yet. Set Setup:Administrator:UserName, Email and Password, and start again");
        }
    }

    // A file keeps the password out of the list of processes and of the environment.
    private static string Password(IConfigurationSection administrator) => administrator["PasswordFile"] is { Length: > 0 } file
        ? File.ReadAllText(file).TrimEnd('\r', '\n')
        : administrator["Password"] ?? "";

    private async Task<string> HashAsync(string userName, string password)
    {
        var person = new Person { UserName = userName };
        foreach (var validator in users.PasswordValidators)
        {
            Installation.Require(await validator.ValidateAsync(users, person, password));
        }

        return users.PasswordHasher.HashPassword(person, password);
    }
}

internal static class FirstStartExtensions
{
    public static async Task SetUpAsync(this WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SearchUpkeep>().BringUpToDateAsync();
            await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync();
        }

        if (app.Environment.IsDemonstration())
        {
            app.Lifetime.ApplicationStarted.Register(() => DemonstrationAccount.Announce(app.Urls, Console.Out));
        }
    }
}
