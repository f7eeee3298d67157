using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Content.Recipes.Administering.Listing;
using LearningDev.Content.Recipes.Administering.Working;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Ui.Menus;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Recipes.Administering;

/// <summary>What administrators and operators do with recipes: run them, export them, list them.</summary>
internal static class RecipeAdministration
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddRecipeExport();
        module.Services.AddSingleton<ShippedRecipes>();
        module.Services.AddSingleton<RecipeWorker>();
        module.Services.AddHostedService(provider => provider.GetRequiredService<RecipeWorker>());
        module.Services.AddScoped<RecipeArchive>();
        module.Services.AddScoped<RecipeWorking>();
        module.Services.AddScoped<KeptRecipes>();
        module
            .Permissions(ContentModule.ManageRecipes)
            .Tables(KeptRecipeTables.Map)
            .Settings<RecipeSettings>("Recipes", "How large uploaded recipes may be, and how long they are kept.")
            .Menu(new MenuEntry(
                "Recipes", RecipeLinks.List, 70, ContentModule.ManageRecipes.Name, MenuPlace.Administration,
                "Run a recipe, see first what it would change, and export the portal as a recipe.", AdministrationGroup.ContentAndRecipes))
            .Job<ExpiredRecipesJob>(new JobManifest("Expired recipes", "Deletes uploaded recipes that were not run in time.", "0 20 * * * ?"))
            .Command<ExportCommand>(ExportCommand.Manifest)
            .Command<ListCommand>(ListCommand.Manifest);
    }
}
