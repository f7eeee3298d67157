using LearningDev.Content.Recipes;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup;

/// <summary>Fills an empty database: runs the set-up recipe and makes the first accounts (ADM-05).</summary>
internal sealed class FirstStart(
    PortalDb db, RecipeRunner recipes, UserManager<Person> users, IEvents events, IConfiguration configuration, IHostEnvironment environment, ILogger<FirstStart> log)
{
    // Any number will do, as long as every node of the portal asks for the same one.
    private const long StartLock = 20_261_123;

    /// <summary>
    /// Runs the recipe of the setting Setup:Recipe ("council", or "demonstration" in the demonstration) when there are no roles yet, and
    /// makes the account of Setup:Administrator when there are no people yet: all in one transaction, and one node at a time.
    /// </summary>
    public async Task RunAsync()
    {
        if (await db.Users.AnyAsync())
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({StartLock})");
        }

        if (!await db.Roles.AnyAsync())
        {
            var recipe = configuration["Setup:Recipe"] ?? (environment.IsDemonstration() ? "demonstration" : "council");
            log.LogInformation("The database is empty: running the recipe {Recipe}", recipe);
            await recipes.RunAsync(recipe);
            await GiveDemonstrationPasswordsAsync();
        }

        await AddAdministratorAsync();
        await transaction.CommitAsync();
    }

    private async Task AddAdministratorAsync()
    {
        var settings = configuration.GetSection("Setup:Administrator");
        if (await db.Users.AnyAsync())
        {
            return;
        }

        if (settings["UserName"] is not { Length: > 0 } userName)
        {
            log.LogWarning("Nobody can sign in yet. Set Setup:Administrator:UserName, Email and Password, and start again");
            return;
        }

        var person = new Person { UserName = userName, Email = settings["Email"], GivenName = userName, EmailConfirmed = true };
        Require(await users.CreateAsync(person, settings["Password"] ?? ""));
        Require(await users.AddToRoleAsync(person, Role.Administrator));
        await events.PublishAsync(new PersonImported(person.Id, person.FullName));
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
            await scope.ServiceProvider.GetRequiredService<SearchUpkeep>().BringUpToDateAsync();
            await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync();
        }

        if (app.Environment.IsDemonstration())
        {
            app.Lifetime.ApplicationStarted.Register(() => DemonstrationAccount.Announce(app.Urls, Console.Out));
        }
    }
}
