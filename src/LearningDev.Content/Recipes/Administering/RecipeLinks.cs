namespace LearningDev.Content.Recipes.Administering;

/// <summary>The addresses of the administrators' pages for recipes.</summary>
internal static class RecipeLinks
{
    public const string List = "/admin/recipes";

    public const string Export = "/admin/recipes/export";

    public static string Check(string id) => $"{List}/{id}";

    public static string Result(string id) => $"{List}/{id}/result";
}
