using LearningDev.Content.Recipes.Exporting.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Recipes.Exporting;

internal static class ExportServices
{
    public static void AddRecipeExport(this IServiceCollection services)
    {
        services.AddScoped<RecipeExport>();
        services.AddScoped<ExportReferences>();
        services.AddScoped<ExportNotes>();
        services.AddScoped<PeopleToExport>();
        services.AddScoped<ContentSource>();
        services.AddScoped<IRecipeSource, FeatureSource>();
        services.AddScoped<IRecipeSource, SettingsSource>();
        services.AddScoped<IRecipeSource, ThemesSource>();
        services.AddScoped<IRecipeSource, RolesSource>();
        services.AddScoped<IRecipeSource, StructureSource>();
        services.AddScoped<IRecipeSource, PeopleSource>();
        services.AddScoped<IRecipeSource, UsersSource>();
        services.AddScoped<IRecipeSource, DefinitionsSource>();
        services.AddScoped<IRecipeSource, MediaSource>();
        services.AddScoped<IRecipeSource>(provider => provider.GetRequiredService<ContentSource>());
    }
}
