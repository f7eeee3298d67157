namespace LearningDev.Content.Recipes;

/// <summary>The kinds of change by which a recipe gives or takes rights. Whoever runs a recipe is shown them before all others.</summary>
public static class RecipeRights
{
    /// <summary>A role may do something more, or something less.</summary>
    public const string Permission = "Permission";

    /// <summary>A person has a role more, or a role less.</summary>
    public const string RoleOfPerson = "Role of a person";
}
