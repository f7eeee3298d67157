using System.Text.Json.Nodes;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Items;
using LearningDev.Content.Markdown;

namespace LearningDev.Catalogue.Importing;

/// <summary>The free texts of an entry that is made out of a row.</summary>
internal static class EntryTexts
{
    private const int SummaryLength = 300;
    private const int KeywordsLength = 500;

    /// <summary>Sets the texts that the row has, and makes a summary where it has none.</summary>
    public static void Set(CatalogueRow row, EntryJson entry, IReadOnlyCollection<string> keywords)
    {
        var summary = row.One(RowField.Summary) ?? FirstWords(row.One(RowField.Description));
        var note = row.One(RowField.Note);
        string?[] about = [note, .. row.All(RowField.Subject)];
        var told = summary ?? string.Join(" · ", about.OfType<string>().DefaultIfEmpty(row.One(RowField.Title) ?? ""));
        SetText(nameof(LearningPart.Summary), ImportText.Shorten(ImportText.OneLine(told), SummaryLength));
        var body = string.Join("\n\n", new[] { row.One(RowField.Description), summary is null ? null : note }.OfType<string>());
        if (body.Length > 0)
        {
            entry.Set(nameof(MarkdownBodyPart), new JsonObject { ["Markdown"] = body });
        }

        SetText(nameof(LearningPart.Keywords), ImportText.Shorten(string.Join(", ", keywords.Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)), KeywordsLength));
        SetText(nameof(LearningPart.GradeFrom), row.One(RowField.GradeFrom));
        SetText(nameof(LearningPart.GradeTo), row.One(RowField.GradeTo));
        SetText(nameof(LearningPart.DurationNote), row.One(RowField.DurationNote));
        SetText(nameof(LearningPart.CostNote), row.One(RowField.CostNote));
        SetText(nameof(LearningPart.AwardingBody), row.One(RowField.AwardingBody));
        SetMarkdown(nameof(LearningPart.Outcomes), row.One(RowField.Outcomes));
        SetMarkdown(nameof(LearningPart.HowToAccess), row.One(RowField.HowToAccess));

        void SetText(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                entry.Set(nameof(LearningPart), name, new JsonObject { ["Text"] = ImportText.OneLine(text) });
            }
        }

        void SetMarkdown(string name, string? markdown)
        {
            if (!string.IsNullOrEmpty(markdown))
            {
                entry.Set(nameof(LearningPart), name, new JsonObject { ["Markdown"] = markdown });
            }
        }
    }

    private static string? FirstWords(string? markdown) =>
        MarkdownText.ToPlainText(markdown?.Split("\n\n").FirstOrDefault()) is { Length: > 0 } words ? words : null;
}
