using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup.Running;

/// <summary>Fills an empty database: the recipe, the names and the first administrator, all in one transaction (ADM-05).</summary>
internal sealed class Installation(
    PortalDb db, RecipeRunner recipes, UserManager<Person> users, ISettings settings, IEvents events, PublishingOrigin origin, IHostEnvironment environment)
{
    // Any number will do, as long as every node of the portal asks for the same one.
    private const long StartLock = 20_261_123;

    /// <summary>How many rows have been written so far; another thread may ask.</summary>
    public int RowsWritten => db.RowsWritten;

    /// <summary>Sets the portal up, one node at a time. A portal with people in it is left alone.</summary>
    /// <exception cref="RecipeException">The recipe cannot be run; the database is as it was.</exception>
    /// <exception cref="InvalidOperationException">The account cannot be made; the database is as it was.</exception>
    public async Task RunAsync(SetupAnswers answers, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({StartLock})", cancellation);
        }

        if (await db.Users.AnyAsync(cancellation))
        {
            return;
        }

        if (!await db.Roles.AnyAsync(cancellation))
        {
            using (origin.Begin(PublishingSource.SetUp))
            {
                await recipes.RunAsync(answers.Recipe, cancellation);
            }

            await GiveDemonstrationPasswordsAsync();
        }

        await NameAsync(answers, cancellation);
        await AddAdministratorAsync(answers, cancellation);
        await db.Set<Opening.SetupCodeRow>().ExecuteDeleteAsync(cancellation);
        await events.PublishAsync(new PortalSetUp((await settings.GetAsync<SiteSettings>(cancellation)).SiteName, answers.Recipe), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Insists that Identity has taken what it was given.</summary>
    /// <exception cref="InvalidOperationException">It has not; the message says why.</exception>
    public static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }

    private async Task NameAsync(SetupAnswers answers, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        site.CouncilName = answers.CouncilName is { Length: > 0 } council ? council : site.CouncilName;
        site.SiteName = answers.SiteName is { Length: > 0 } name ? name : site.SiteName;
        await settings.SaveAsync(site, cancellation);
        if (answers.Nation is { } nation)
        {
            var calendar = await settings.GetAsync<CalendarSettings>(cancellation);
            calendar.Nation = nation;
            await settings.SaveAsync(calendar, cancellation);
        }
    }

    private async Task AddAdministratorAsync(SetupAnswers answers, CancellationToken cancellation)
    {
        if (answers.UserName.Length == 0)
        {
            return;
        }

        var person = new Person
        {
            UserName = answers.UserName,
            Email = answers.Email,
            EmailConfirmed = true,
            GivenName = answers.GivenName,
            FamilyName = answers.FamilyName,
            PasswordHash = answers.PasswordHash,
        };
        Require(await users.CreateAsync(person));
        Require(await users.AddToRoleAsync(person, Role.Administrator));
        await events.PublishAsync(new PersonImported(person.Id, person.FullName), cancellation);
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
}

/// <summary>The portal was set up.</summary>
/// <param name="Name">The portal's name.</param>
/// <param name="Recipe">The recipe that it started with.</param>
public sealed record PortalSetUp(string Name, string Recipe) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Portal", "", Name);

    /// <inheritdoc />
    public string Summary => $"Set up {Name}";
}
