using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>
/// Orchard Core's step "Users": adds and changes accounts, by id or else by user name. A password comes only as the hash of ASP.NET Core Identity.
/// </summary>
internal sealed class UsersStep(UserManager<Person> users, RoleManager<Role> roles, PortalDb db, IEvents events, TimeProvider time) : IRecipeStep
{
    private const string Hash = "PasswordHash";

    private static readonly string[] Used =
    [
        "UserId", "UserName", "Email", "EmailConfirmed", Hash, "IsEnabled", "PhoneNumber", "PhoneNumberConfirmed", "RoleNames", "GivenName", "FamilyName",
    ];

    // What the portal works out itself, or keeps no longer than it must.
    private static readonly string[] Ignored =
    [
        "Id", "NormalizedEmail", "NormalizedUserName", "SecurityStamp", "ResetToken", "AccessFailedCount", "IsLockoutEnabled", "LockoutEndUtc", "TwoFactorEnabled",
        "UserClaims", "LoginInfos", "UserTokens", "Properties",
    ];

    public string Name => "Users";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Users");
        foreach (var json in context.Objects("Users"))
        {
            if (Refused(context, json) is { } problem)
            {
                context.Problem(problem.At, problem.Message);
                continue;
            }

            context.CheckProperties(json, [.. Used, .. Ignored]);
            await RunAsync(context, json, cancellation);
        }
    }

    /// <summary>What keeps an account out altogether.</summary>
    private static (JsonNode? At, string Message)? Refused(RecipeStepContext context, JsonObject json)
    {
        foreach (var (name, value) in json)
        {
            if (name.Contains("Password", StringComparison.OrdinalIgnoreCase) && !string.Equals(name, Hash, StringComparison.OrdinalIgnoreCase))
            {
                return (value ?? json, $"\"{name}\" is refused: recipes hold no passwords. Leave it out, or give a {Hash}.");
            }
        }

        if (context.Text("UserName", json)?.Trim() is not { Length: > 0 and <= 256 })
        {
            return (json, "An account needs a UserName of up to 256 characters.");
        }

        if (context.Text("UserId", json) is { Length: > Identifiers.MaximumLength })
        {
            return (context.Find("UserId", json), $"A UserId has up to {Identifiers.MaximumLength} characters.");
        }

        return context.Text(Hash, json) is { Length: > 0 } hash && !IsHash(hash)
            ? (context.Find(Hash, json), $"{Hash} is no hash of ASP.NET Core Identity.")
            : null;
    }

    private async Task RunAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        var userName = context.Text("UserName", json)!.Trim();
        var id = context.Text("UserId", json) ?? "";
        var byName = await users.FindByNameAsync(userName);
        var byId = id.Length > 0 ? await users.FindByIdAsync(id) : null;
        if (byName is not null && byId is not null && byName.Id != byId.Id)
        {
            context.Problem(json, $"The account {userName} has another id here, and {id} is the id of {byId.UserName}.");
            return;
        }

        var person = byId ?? byName;
        var added = person is null;
        person ??= new Person { UserName = userName, GivenName = userName };
        if (added && id.Length > 0)
        {
            person.Id = id;
        }

        if (!Take(context, json, person, userName))
        {
            db.ChangeTracker.Clear();
            return;
        }

        var changed = added || db.ChangeTracker.HasChanges();
        if (changed)
        {
            var result = added ? await users.CreateAsync(person) : await users.UpdateAsync(person);
            if (!result.Succeeded)
            {
                db.ChangeTracker.Clear();
                context.Problem(json, $"{userName}: {string.Join(" ", result.Errors.Select(error => error.Description))}");
                return;
            }
        }

        changed |= await GiveRolesAsync(context, json, person);
        if (changed)
        {
            await events.PublishAsync(new PersonImported(person.Id, person.FullName), cancellation);
            context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Person", userName, person.FullName);
        }
    }

    /// <returns>False when the account is left out.</returns>
    private bool Take(RecipeStepContext context, JsonObject json, Person person, string userName)
    {
        person.UserName = userName;
        person.Email = Or("Email", person.Email);
        person.PhoneNumber = Or("PhoneNumber", person.PhoneNumber);
        person.GivenName = Or("GivenName", person.GivenName) ?? "";
        person.FamilyName = Or("FamilyName", person.FamilyName) ?? "";
        var sound = Flag("EmailConfirmed", value => person.EmailConfirmed = value)
            & Flag("PhoneNumberConfirmed", value => person.PhoneNumberConfirmed = value)
            & Flag("IsEnabled", value => Enable(person, value));
        if (context.Text(Hash, json) is { Length: > 0 } hash && hash != person.PasswordHash)
        {
            person.PasswordHash = hash;

            // Ends the sessions that were begun with the other password.
            person.SecurityStamp = Identifiers.New();
        }

        return sound;

        string? Or(string name, string? otherwise) => context.Find(name, json) is null ? otherwise : context.Text(name, json);

        bool Flag(string name, Action<bool> take)
        {
            if (context.Find(name, json) is not { } node)
            {
                return true;
            }

            if (!bool.TryParse(context.Text(name, json), out var value))
            {
                context.Problem(node, $"{name} must be true or false.");
                return false;
            }

            take(value);
            return true;
        }
    }

    private void Enable(Person person, bool enabled)
    {
        if (person.DisabledUtc is null != enabled)
        {
            person.DisabledUtc = enabled ? null : time.GetUtcNow().UtcDateTime;

            // Ends the sessions of whom is shut out.
            person.SecurityStamp = Identifiers.New();
        }
    }

    private async Task<bool> GiveRolesAsync(RecipeStepContext context, JsonObject json, Person person)
    {
        if (context.Find("RoleNames", json) is null)
        {
            return false;
        }

        List<string> wanted = [];
        foreach (var (name, node) in context.Texts("RoleNames", json))
        {
            if (await roles.FindByNameAsync(name) is { } role)
            {
                wanted.Add(role.Name!);
            }
            else
            {
                context.Problem(node, $"There is no role \"{name}\".");
            }
        }

        var current = await users.GetRolesAsync(person);
        List<string> added = [.. wanted.Except(current, StringComparer.OrdinalIgnoreCase)];
        List<string> removed = [.. current.Except(wanted, StringComparer.OrdinalIgnoreCase)];
        var results = new[]
        {
            added.Count > 0 ? await users.AddToRolesAsync(person, added) : IdentityResult.Success,
            removed.Count > 0 ? await users.RemoveFromRolesAsync(person, removed) : IdentityResult.Success,
        };
        foreach (var error in results.SelectMany(result => result.Errors))
        {
            context.Problem(json, $"{person.UserName}: {error.Description}");
        }

        return added.Count + removed.Count > 0;
    }

    /// <summary>True for the two forms of ASP.NET Core Identity: a marker, then salt and key (Microsoft.AspNetCore.Identity.PasswordHasher).</summary>
    private static bool IsHash(string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        return text.Length <= 256 && Convert.TryFromBase64String(text, bytes, out var length)
            && ((bytes[0] == 0 && length == 49) || (bytes[0] == 1 && length >= 13 + 16 + 16));
    }
}
