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

    /// <summary>To how many people somebody can recommend learning in one day.</summary>
    public int RecommendationsPerDay { get; set; } = 100;

    /// <summary>For how many days after its publication learning counts as new.</summary>
    public int NewForDays { get; set; } = 60;

    /// <summary>The fewest people of whom a number is told, so that nobody can be guessed from it.</summary>
    public int FewestCounted { get; set; } = 5;
}
