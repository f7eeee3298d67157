using System.ComponentModel.DataAnnotations;
using LearningDev.Catalogue.Importing;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue;

/// <summary>What councils set differently about the catalogue; the settings section "CatalogueSettings".</summary>
internal sealed class CatalogueSettings : IValidatableObject
{
    /// <summary>How many minutes of learning a day has: 420, which is seven hours.</summary>
    [Display(Name = "Length of a day of learning", GroupName = "Lengths and costs", Description = "So that two days are written as such. Learning that is published already is sorted anew at the next check of the search index")]
    [Range(60, 1440), SettingUnit("minutes"), ProtectedFigure("Conditions of service")]
    public int MinutesPerDay { get; set; } = 420;

    /// <summary>What is short enough to do at once, in minutes: less than 15 (CAT-05).</summary>
    [Display(Name = "What is short enough to do at once", GroupName = "Lengths and costs", Description = "Learning that takes less than this is offered as short"), Range(1, 60), SettingUnit("minutes")]
    public int ShortMinutes { get; set; } = 15;

    /// <summary>Up to this cost per head, in pounds, an entry counts as low in cost.</summary>
    [Display(Name = "Low cost per person", GroupName = "Lengths and costs", Description = "What costs up to this is low in cost"), Range(0, 100000), SettingUnit("£")]
    public decimal LowCost { get; set; } = 250;

    /// <summary>Above this cost per head, in pounds, an entry counts as high in cost.</summary>
    [Display(Name = "High cost per person", GroupName = "Lengths and costs", Description = "What costs more than this is high in cost"), Range(0, 100000), SettingUnit("£")]
    public decimal HighCost { get; set; } = 1000;

    /// <summary>What imported entries get where the file says nothing.</summary>
    [Display(Name = "Imported learning", Description = "What imported entries get where their file says nothing", Order = 1)]
    public ImportSettings Import { get; set; } = new();

    /// <summary>The earliest year in which people may say that they have done something.</summary>
    [Display(Name = "Earliest year of what people have done", GroupName = "What people see", Description = "People cannot say that they did something before this year"), Range(1900, 2100)]
    public int EarliestCompletionYear { get; set; } = 1970;

    /// <summary>The topic that the development offer by level shows when none is chosen (CAT-06); empty for every topic.</summary>
    [Display(Name = "Topic of the development offer", GroupName = "Development offer by level", Description = "What the page shows when nobody has chosen a topic. Choose nothing for every topic"), ChosenFrom(typeof(TopicChoices))]
    public string OfferTopic { get; set; } = "topic-leadership";

    /// <summary>The strategy pillar that the development offer by level shows when none is chosen; empty for every pillar.</summary>
    [Display(Name = "Pillar of the development offer", GroupName = "Development offer by level", Description = "What the page shows when nobody has chosen a pillar. Choose nothing for every pillar"), ChosenFrom(typeof(PillarChoices))]
    public string OfferPillar { get; set; } = "";

    /// <summary>The kinds that count as national or external in the development offer, unless their provider is part of the council.</summary>
    [Display(Name = "Kinds that count as external", GroupName = "Development offer by level", Description = "Unless their provider is part of the council"), ChosenFrom(typeof(KindChoices))]
    public List<string> ExternalKinds { get; set; } = ["ExternalProgramme", "Conference", "Qualification", "ApprenticeshipStandard"];

    /// <summary>To how many people somebody can recommend learning in one day.</summary>
    [Display(Name = "Recommendations that a person can send", GroupName = "What people see", Description = "To how many colleagues somebody can recommend learning in one day"), Range(1, 10000), SettingUnit("a day")]
    public int RecommendationsPerDay { get; set; } = 100;

    /// <summary>For how many days after its publication learning counts as new.</summary>
    [Display(Name = "How long learning counts as new", GroupName = "What people see", Description = "From the day on which it is published"), Range(1, 3650), SettingUnit("days")]
    public int NewForDays { get; set; } = 60;

    /// <summary>The fewest people of whom a number is told, so that nobody can be guessed from it.</summary>
    [Display(Name = "Fewest people of whom a number is told", GroupName = "What people see", Description = "So that nobody can be guessed from a small number"), Range(2, 100), SettingUnit("people")]
    [ProtectedFigure("Data protection policy")]
    public int FewestCounted { get; set; } = 5;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HighCost <= LowCost)
        {
            yield return new ValidationResult("High cost per person must be more than the low cost", [nameof(HighCost)]);
        }
    }
}
