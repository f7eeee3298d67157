using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.Equality;

/// <summary>Which new learning needs an equality impact assessment before it is published (CAT-09); the settings section "EqualitySettings".</summary>
internal sealed class EqualitySettings
{
    /// <summary>The content types that need one.</summary>
    [Display(Name = "Kinds of learning that need an assessment", Description = "New learning of these kinds is published when its equality impact assessment is complete. What was published before stays as it is")]
    [ChosenFrom(typeof(KindChoices)), ProtectedFigure("Equality policy")]
    public List<string> Kinds { get; set; } = ["Course"];

    /// <summary>Whether it holds for the learning of recipes that run on a portal in use.</summary>
    [Display(Name = "Recipes need it too", Description = "New learning in a recipe that an administrator runs. What comes with setting the portal up never needs it")]
    public bool HoldsForRecipes { get; set; } = true;

    /// <summary>Whether it holds for catalogues that are imported from files.</summary>
    [Display(Name = "Imported catalogues need it too", Description = "Learning out of the file of another organisation’s catalogue. New entries must then be imported as drafts, and published when their assessment is complete")]
    public bool HoldsForImports { get; set; }
}
