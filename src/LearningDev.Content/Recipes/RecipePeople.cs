using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes;

/// <summary>Reads people whom recipes name.</summary>
public static class RecipePeople
{
    /// <summary>The person whose user name a property holds; null, with a problem at the property, when nobody has it.</summary>
    /// <param name="context">The step.</param>
    /// <param name="db">The database.</param>
    /// <param name="json">The object with the property.</param>
    /// <param name="property">The property, for example "Person".</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Person?> PersonAsync(this RecipeStepContext context, PortalDb db, JsonObject json, string property, CancellationToken cancellation)
    {
        var userName = context.Text(property, json) ?? "";
        // As a list it stays a parameter: a comparison with a constant would be another statement for each name.
        string[] normalised = [userName.ToUpperInvariant()];
        var person = await db.Users.SingleOrDefaultAsync(one => EF.Parameter(normalised).Contains(one.NormalizedUserName), cancellation);
        if (person is null)
        {
            context.Problem(context.Find(property, json) ?? json, $"Nobody has the user name \"{userName}\".");
        }

        return person;
    }
}
