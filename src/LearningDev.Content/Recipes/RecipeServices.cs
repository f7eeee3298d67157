using LearningDev.Content.Recipes.Expressions;
using LearningDev.Content.Recipes.Importing;
using LearningDev.Content.Recipes.Steps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Recipes;

internal static class RecipeServices
{
    public static void AddRecipes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Recipes").Get<RecipeLimits>() ?? new RecipeLimits());
        services.AddSingleton<RecipeFiles>();
        services.AddScoped<RecipeEvaluations>();
        services.AddScoped<RecipeRunner>();
        services.AddScoped<RightsWatch>();
        services.AddScoped<ContentImport>();
        services.AddScoped<ContentReferences>();
        services.AddSingleton<RemoteFiles>();
        services.AddScoped<IRecipeStep, FeatureStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, ThemesStep>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, UsersStep>();
        services.AddScoped<DefinitionReader>();
        services.AddSingleton<ModuleDefinitions>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ReplaceContentDefinitionStep>();
        services.AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, LuceneIndexStep>();
        services.AddScoped<IRecipeStep, IndexProfileStep>();
        services.AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<IRecipeStep, StructureStep>();
        services.AddScoped<IRecipeStep, PeopleStep>();
    }
}
