using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Equality;

/// <summary>
/// What code knows of an assessment. Its questions are fields of the part, which editors change: a question that is required must be answered before the
/// assessment can be published; a field "…Effect" that says anything but "none" needs the field "…Evidence" beside it, and one that says "negative" needs "…Action".
/// </summary>
internal sealed class EqualityImpactAssessment
{
    public const string None = "none";
    public const string Negative = "negative";
    public const string Stopped = "stopped";
    public const string Justified = "justified";

    private const string Effect = "Effect";
    private const string Evidence = "Evidence";
    private const string Action = "Action";

    public ContentPickerField Learning { get; set; } = new();

    public TextField Outcome { get; set; } = new();

    public TextField OutcomeReasons { get; set; } = new();

    public DateField ApprovedOn { get; set; } = new();

    /// <summary>What an assessment lacks beyond its required answers: what is known of effects, what is done about negative ones, and reasons.</summary>
    public static IEnumerable<ContentError> Lacks(ContentItem item, ContentPartDefinition? part, DateOnly today)
    {
        var assessment = item.As<EqualityImpactAssessment>();
        foreach (var field in part?.FieldsInOrder.Where(field => field.Name.EndsWith(Effect, StringComparison.Ordinal)) ?? [])
        {
            var effect = TextOf(item, field.Name);
            if (!string.IsNullOrEmpty(effect) && effect != None && Unanswered(item, part!, field, Evidence) is { } evidence)
            {
                yield return new ContentError($"{nameof(EqualityImpactAssessment)}.{evidence.Name}", $"Fill in “{evidence.DisplayName}”, because there is or may be an effect");
            }

            if (effect == Negative && Unanswered(item, part!, field, Action) is { } action)
            {
                yield return new ContentError($"{nameof(EqualityImpactAssessment)}.{action.Name}", $"Fill in “{action.DisplayName}”, because the effect is negative");
            }
        }

        if (assessment.Outcome.Text is Stopped or Justified && string.IsNullOrWhiteSpace(assessment.OutcomeReasons.Text))
        {
            yield return new ContentError($"{nameof(EqualityImpactAssessment)}.{nameof(OutcomeReasons)}", "Enter the reasons for this outcome");
        }

        if (assessment.ApprovedOn.Value is { } day && DateOnly.FromDateTime(day) > today)
        {
            yield return new ContentError($"{nameof(EqualityImpactAssessment)}.{nameof(ApprovedOn)}", "The day of the approval must be today or in the past");
        }
    }

    // The field beside an effect, if the part has it and it is empty.
    private static ContentFieldDefinition? Unanswered(ContentItem item, ContentPartDefinition part, ContentFieldDefinition effect, string suffix)
    {
        var name = effect.Name[..^Effect.Length] + suffix;
        return string.IsNullOrWhiteSpace(TextOf(item, name)) ? part.FieldsInOrder.FirstOrDefault(field => field.Name == name) : null;
    }

    private static string? TextOf(ContentItem item, string field) =>
        item.Content[nameof(EqualityImpactAssessment)]?[field] is JsonObject json && json["Text"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>Which learning an assessment is about, and how far the assessment is; written when it is saved, in the same transaction.</summary>
internal sealed class AssessedLearning
{
    public required string AssessmentId { get; init; }

    /// <summary>The id of the learning's content item, which may be a draft.</summary>
    public required string EntryId { get; init; }

    /// <summary>The outcome of the assessment as it is published; null while it is a draft only.</summary>
    public string? Outcome { get; set; }
}

internal static class AssessmentTables
{
    extension(PortalDb db)
    {
        public DbSet<AssessedLearning> AssessedLearning => db.Set<AssessedLearning>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<AssessedLearning>(entity =>
    {
        entity.ToTable("catalogue_assessment");
        entity.HasKey(row => new { row.AssessmentId, row.EntryId });
        entity.Property(row => row.AssessmentId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.EntryId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Outcome).HasMaxLength(60);
        entity.HasIndex(row => row.EntryId);
    });
}
