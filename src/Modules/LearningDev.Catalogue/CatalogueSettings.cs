using LearningDev.Catalogue.Importing;

namespace LearningDev.Catalogue;

/// <summary>What councils set differently about the catalogue; the settings section "CatalogueSettings".</summary>
internal sealed class CatalogueSettings
{
    /// <summary>How many minutes of learning a day has: 420, which is seven hours.</summary>
    public int MinutesPerDay { get; set; } = 420;

    /// <summary>What is short enough to do at once, in minutes: less than 15 (CAT-05).</summary>
    public int ShortMinutes { get; set; } = 15;

    /// <summary>Up to this cost per head, in pounds, an entry counts as low in cost.</summary>
    public decimal LowCost { get; set; } = 250;

    /// <summary>Above this cost per head, in pounds, an entry counts as high in cost.</summary>
    public decimal HighCost { get; set; } = 1000;

    /// <summary>What imported entries get where the file says nothing.</summary>
    public ImportSettings Import { get; set; } = new();
}
