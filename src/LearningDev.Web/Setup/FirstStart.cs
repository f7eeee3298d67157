using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup;

/// <summary>Fills an empty database: runs the set-up recipe and makes the first accounts (ADM-05).</summary>
internal sealed class FirstStart(
    PortalDb db, RecipeRunner recipes, UserManager<Person> users, IConfiguration configuration, IHostEnvironment environment, ILogger<FirstStart> log)
{
    /// <summary>
    /// Runs the recipe of the setting Setup:Recipe ("council", or "demonstration" in the demonstration) unless there are people already,
    /// all in one transaction.
    /// </summary>
    public async Task RunAsync()
    {
        if (await db.Users.AnyAsync() || await db.Roles.AnyAsync())
        {
            return;
        }

        var recipe = configuration["Setup:Recipe"] ?? (environment.IsDemonstration() ? "demonstration" : "council");
        log.LogInformation("The database is empty: running the recipe {Recipe}", recipe);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await recipes.RunAsync(recipe);
        await AddAdministratorAsync();
        await GiveDemonstrationPasswordsAsync();
        await transaction.CommitAsync();
    }

    private async Task AddAdministratorAsync()
    {
        var settings = configuration.GetSection("Setup:Administrator");
        if (settings["UserName"] is not { Length: > 0 } userName)
        {
            return;
        }

        var person = new Person { UserName = userName, Email = settings["Email"], GivenName = userName, EmailConfirmed = true };
        Require(await users.CreateAsync(person, settings["Password"] ?? ""));
        Require(await users.AddToRoleAsync(person, Role.Administrator));
    }

    private async Task GiveDemonstrationPasswordsAsync()
    {
        if (!environment.IsDemonstration())
        {
            return;
        }

        foreach (var account in DemonstrationAccount.All)
        {
            if (await users.FindByNameAsync(account.UserName) is { } person)
            {
                Require(await users.AddPasswordAsync(person, DemonstrationAccount.Password));
            }
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}

internal static class FirstStartExtensions
{
    public static async Task SetUpAsync(this WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync();
        }

        if (app.Environment.IsDemonstration())
        {
            app.Lifetime.ApplicationStarted.Register(() => DemonstrationAccount.Announce(app.Urls, Console.Out));
        }
    }
}
