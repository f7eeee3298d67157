using System.Globalization;
using CsvHelper;
using LearningDev.Content.Sheets.Files;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Reads CSV: comma, semicolon or tab between the columns, UTF-8, a header line whose names tell what the columns are.</summary>
internal sealed class CsvCatalogueReader : ICatalogueReader
{
    // Besides the names of the fields themselves. Case, spaces, hyphens and underscores make no difference.
    private static readonly Dictionary<string, RowField> Names = Enum.GetValues<RowField>().ToDictionary(field => Plain(field.ToString()))
        .Concat(new Dictionary<string, RowField>
        {
            ["id"] = RowField.Key,
            ["reference"] = RowField.Key,
            ["code"] = RowField.Key,
            ["contentitemid"] = RowField.Key,
            ["name"] = RowField.Title,
            ["course"] = RowField.Title,
            ["coursetitle"] = RowField.Title,
            ["shortdescription"] = RowField.Summary,
            ["abstract"] = RowField.Summary,
            ["body"] = RowField.Description,
            ["details"] = RowField.Description,
            ["fulldescription"] = RowField.Description,
            ["learningoutcomes"] = RowField.Outcomes,
            ["outcome"] = RowField.Outcomes,
            ["objectives"] = RowField.Outcomes,
            ["howtobook"] = RowField.HowToAccess,
            ["access"] = RowField.HowToAccess,
            ["booking"] = RowField.HowToAccess,
            ["link"] = RowField.Url,
            ["address"] = RowField.Url,
            ["webaddress"] = RowField.Url,
            ["website"] = RowField.Url,
            ["launch"] = RowField.Url,
            ["type"] = RowField.Kind,
            ["learningtype"] = RowField.Kind,
            ["contenttype"] = RowField.Kind,
            ["topic"] = RowField.Topics,
            ["category"] = RowField.Topics,
            ["categories"] = RowField.Topics,
            ["strategypillar"] = RowField.Pillar,
            ["702010"] = RowField.SeventyTwentyTen,
            ["audiences"] = RowField.Audience,
            ["whoitisfor"] = RowField.Audience,
            ["level of role"] = RowField.Audience,
            ["formats"] = RowField.Format,
            ["delivery"] = RowField.Format,
            ["deliverymode"] = RowField.Format,
            ["deliverymethod"] = RowField.Format,
            ["durationminutes"] = RowField.Minutes,
            ["duration"] = RowField.Minutes,
            ["length"] = RowField.Minutes,
            ["time"] = RowField.Minutes,
            ["costfrom"] = RowField.Cost,
            ["price"] = RowField.Cost,
            ["costperperson"] = RowField.Cost,
            ["costperhead"] = RowField.Cost,
            ["priceto"] = RowField.CostTo,
            ["whopays"] = RowField.FundedBy,
            ["funding"] = RowField.FundedBy,
            ["supplier"] = RowField.Provider,
            ["publisher"] = RowField.Provider,
            ["qualificationlevel"] = RowField.Level,
            ["awardedby"] = RowField.AwardingBody,
            ["cpd"] = RowField.CpdHours,
            ["tags"] = RowField.Keywords,
            ["keyword"] = RowField.Keywords,
            ["subjects"] = RowField.Subject,
            ["lang"] = RowField.Language,
            ["languages"] = RowField.Language,
            ["notes"] = RowField.Note,
            ["author"] = RowField.Note,
            ["authors"] = RowField.Note,
            ["reviewdate"] = RowField.ReviewBy,
            ["review"] = RowField.ReviewBy,
            ["contact"] = RowField.Owner,
            ["responsible"] = RowField.Owner,
            ["qa"] = RowField.QualityAssurance,
            ["visibility"] = RowField.Roles,
            ["visibleto"] = RowField.Roles,
        }).ToDictionary(pair => Plain(pair.Key), pair => pair.Value);

    public static IEnumerable<string> FieldNames => Enum.GetNames<RowField>();

    /// <summary>The field that a column is about, by its name in the header; null when the name says nothing.</summary>
    public static RowField? FieldOf(string header) => Names.TryGetValue(Plain(header), out var field) ? field : null;

    public bool Reads(string fileName, string beginning) => beginning.Length > 0 && beginning[0] is not ('<' or '{' or '[');

    public CatalogueFile Read(Stream content)
    {
        List<string> warnings = [];
        var broken = new Dictionary<long, CsvMalformedReason>();
        var text = DelimitedText.Decode(content, out var isWestern);
        if (isWestern)
        {
            warnings.Add("The file is not UTF-8 and was read as Windows-1252.");
        }

        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = DelimitedText.SeparatorOf(text),
            TrackLineNumbers = true,
            OnMalformedRecord = bad => broken.TryAdd(bad.LineNumber, bad.Reason),
        });
        var columns = csv.Headers.Select(name => (Name: $"column “{name.Trim()}”", Field: FieldOf(name))).ToArray();
        if (!Array.Exists(columns, column => column.Field == RowField.Title))
        {
            throw new CatalogueFileException(columns.Length == 0
                ? "The file is empty: its first line must name the columns."
                : $"The first line must name the columns, and one of them must be “title”. It names: {string.Join(", ", csv.Headers.Select(name => $"“{name.Trim()}”"))}.");
        }

        List<CatalogueRow> rows = [];
        while (csv.Read())
        {
            var row = new CatalogueRow($"line {csv.LineNumber.ToString(CultureInfo.InvariantCulture)}");
            if (csv.FieldCount != columns.Length)
            {
                row.Faults.Add(new ImportFault(row.Place, "", $"The line has {csv.FieldCount} values, and there are {columns.Length} columns"));
            }

            for (var index = 0; index < Math.Min(csv.FieldCount, columns.Length); index++)
            {
                if (columns[index].Field is { } field)
                {
                    row.Add(field, ImportText.Decode(csv.GetString(index)), columns[index].Name);
                }
            }

            // Inches (12" screen) are no harm; a value that goes on behind its closing quotation mark, or to the end of the file, is.
            if (broken.TryGetValue(csv.LineNumber, out var reason) && reason is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote)
            {
                row.Faults.Add(new ImportFault(row.Place, "", "A quotation mark does not end where the value does. Put the whole value in quotation marks, and double those inside it"));
            }

            rows.Add(row);
        }

        warnings.AddRange(columns.Where(column => column.Field is null).Select(column => $"The {column.Name} is not known and was passed over."));
        return new CatalogueFile("CSV", rows, warnings);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
