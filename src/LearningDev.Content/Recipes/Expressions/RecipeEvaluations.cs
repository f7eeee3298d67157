using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace LearningDev.Content.Recipes.Expressions;

/// <summary>Knows what the expressions of recipes may ask of the portal: parameters, configuration and the time.</summary>
public sealed class RecipeEvaluations(
    ISettings settings, CurrentPerson person, IConfiguration configuration, RecipeLimits limits, TimeProvider time)
{
    /// <summary>Begins a run.</summary>
    internal async Task<RecipeEvaluation> BeginAsync(RecipeRunOptions options, CancellationToken cancellation)
    {
        // With Orchard Core's names, which recipes for a new portal ask for.
        Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase)
        {
            ["SiteName"] = (await settings.GetAsync<SiteSettings>(cancellation)).SiteName,
            ["AdminUserId"] = person.Id ?? "",
            ["AdminUsername"] = person.Principal.Identity?.Name ?? configuration["Setup:Administrator:UserName"] ?? "",
            ["AdminEmail"] = configuration["Setup:Administrator:Email"] ?? "",
        };
        foreach (var (name, value) in options.Parameters)
        {
            parameters[name] = value;
        }

        return new RecipeEvaluation(new RecipeFunctions(parameters, configuration, limits), new RecipeScripts(limits, time.GetUtcNow()), limits);
    }
}

/// <summary>The expressions of one run: each recipe has its own variables, all share the functions and the script engine.</summary>
internal sealed class RecipeEvaluation(RecipeFunctions functions, RecipeScripts scripts, RecipeLimits limits)
{
    private readonly Dictionary<Recipe, RecipeExpressions> known = new(ReferenceEqualityComparer.Instance);

    public RecipeExpressions Of(Recipe recipe)
    {
        if (!known.TryGetValue(recipe, out var expressions))
        {
            known.Add(recipe, expressions = new RecipeExpressions(recipe, functions, scripts, limits));
        }

        return expressions;
    }
}
