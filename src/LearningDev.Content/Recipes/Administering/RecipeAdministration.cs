using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Modules;

namespace LearningDev.Content.Recipes.Administering;

/// <summary>What administrators and operators do with recipes: run them, export them, list them.</summary>
internal static class RecipeAdministration
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddRecipeExport();
        module
            .Permissions(ContentModule.ManageRecipes)
            .Command<ExportCommand>(ExportCommand.Manifest)
            .Command<ListCommand>(ListCommand.Manifest);
    }
}
