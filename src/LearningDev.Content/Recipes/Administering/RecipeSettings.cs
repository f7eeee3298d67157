namespace LearningDev.Content.Recipes.Administering;

/// <summary>Limits of recipes that people upload; the settings section "RecipeSettings".</summary>
public sealed class RecipeSettings
{
    /// <summary>The largest file that may be uploaded, in megabytes of 1,048,576 bytes, from 1 to 200.</summary>
    public int UploadMegabytes { get; set; } = 50;

    /// <summary>How much the files of a zip archive may hold together when unpacked, in megabytes.</summary>
    public int UnpackedMegabytes { get; set; } = 500;

    /// <summary>How many files a zip archive may hold.</summary>
    public int ArchiveFiles { get; set; } = 5000;

    /// <summary>How many hours an uploaded file is kept for whoever uploaded it, until it is run.</summary>
    public int KeepHours { get; set; } = 24;
}
