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

    /// <summary>The earliest year in which people may say that they have done something.</summary>
    public int EarliestCompletionYear { get; set; } = 1970;

    /// <summary>The topic that the development offer by level shows when none is chosen (CAT-06); empty for every topic.</summary>
    public string OfferTopic { get; set; } = "topic-leadership";

    /// <summary>The strategy pillar that the development offer by level shows when none is chosen; empty for every pillar.</summary>
    public string OfferPillar { get; set; } = "";

    /// <summary>The kinds that count as national or external in the development offer, unless their provider is part of the council.</summary>
    public List<string> ExternalKinds { get; set; } = ["ExternalProgramme", "Conference", "Qualification", "ApprenticeshipStandard"];

    /// <summary>To how many people somebody can recommend learning in one day.</summary>
    public int RecommendationsPerDay { get; set; } = 100;

    /// <summary>For how many days after its publication learning counts as new.</summary>
    public int NewForDays { get; set; } = 60;

    /// <summary>The fewest people of whom a number is told, so that nobody can be guessed from it.</summary>
    public int FewestCounted { get; set; } = 5;
}
