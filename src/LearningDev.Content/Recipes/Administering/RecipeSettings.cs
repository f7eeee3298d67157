using System.ComponentModel.DataAnnotations;

namespace LearningDev.Content.Recipes.Administering;

/// <summary>Limits of recipes that people upload; the settings section "RecipeSettings".</summary>
public sealed class RecipeSettings
{
    /// <summary>What no setting exceeds, in megabytes: larger requests are refused before the portal looks at them.</summary>
    internal const int MostUploadMegabytes = 200;

    /// <summary>The largest file that may be uploaded, in megabytes of 1,048,576 bytes, from 1 to 200.</summary>
    [Display(Name = "Largest upload", Description = "In megabytes, from 1 to 200. A larger recipe is run by an operator, by the command recipe run"), Range(1, MostUploadMegabytes)]
    public int UploadMegabytes { get; set; } = 50;

    /// <summary>How much the files of a zip archive may hold together when unpacked, in megabytes, from 1 to 10,000.</summary>
    [Display(Name = "Largest archive when unpacked", Description = "In megabytes. Protects the portal from archives that unpack to much more than they seem"), Range(1, 10_000)]
    public int UnpackedMegabytes { get; set; } = 500;

    /// <summary>How many files a zip archive may hold, from 1 to 60,000.</summary>
    [Display(Name = "Most files in an archive"), Range(1, 60_000)]
    public int ArchiveFiles { get; set; } = 5000;

    /// <summary>How many hours an uploaded file is kept for whoever uploaded it, until it is run; from 1 to 720.</summary>
    [Display(Name = "How long an upload is kept", Description = "In hours. After that, a recipe that was not run is deleted"), Range(1, 720)]
    public int KeepHours { get; set; } = 24;
}
