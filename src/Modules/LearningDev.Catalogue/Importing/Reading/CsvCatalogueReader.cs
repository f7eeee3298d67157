using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Reads CSV: comma, semicolon or tab between the columns, UTF-8, a header line whose names tell what the columns are.</summary>
internal sealed class CsvCatalogueReader : ICatalogueReader
{
    // Besides the names of the fields themselves. Case, spaces, hyphens and underscores make no difference.
    private static readonly Dictionary<string, RowField> Names = Enum.GetValues<RowField>().ToDictionary(field => Plain(field.ToString()))
        .Concat(new Dictionary<string, RowField>
        {
            ["id"] = RowField.Key, ["reference"] = RowField.Key, ["code"] = RowField.Key, ["contentitemid"] = RowField.Key,
            ["name"] = RowField.Title, ["course"] = RowField.Title, ["coursetitle"] = RowField.Title,
            ["shortdescription"] = RowField.Summary, ["abstract"] = RowField.Summary,
            ["body"] = RowField.Description, ["details"] = RowField.Description, ["fulldescription"] = RowField.Description,
            ["learningoutcomes"] = RowField.Outcomes, ["outcome"] = RowField.Outcomes, ["objectives"] = RowField.Outcomes,
            ["howtobook"] = RowField.HowToAccess, ["access"] = RowField.HowToAccess, ["booking"] = RowField.HowToAccess,
            ["link"] = RowField.Url, ["address"] = RowField.Url, ["webaddress"] = RowField.Url, ["website"] = RowField.Url, ["launch"] = RowField.Url,
            ["type"] = RowField.Kind, ["learningtype"] = RowField.Kind, ["contenttype"] = RowField.Kind,
            ["topic"] = RowField.Topics, ["category"] = RowField.Topics, ["categories"] = RowField.Topics,
            ["strategypillar"] = RowField.Pillar,
            ["702010"] = RowField.SeventyTwentyTen,
            ["audiences"] = RowField.Audience, ["whoitisfor"] = RowField.Audience, ["level of role"] = RowField.Audience,
            ["formats"] = RowField.Format, ["delivery"] = RowField.Format, ["deliverymode"] = RowField.Format, ["deliverymethod"] = RowField.Format,
            ["durationminutes"] = RowField.Minutes, ["duration"] = RowField.Minutes, ["length"] = RowField.Minutes, ["time"] = RowField.Minutes,
            ["costfrom"] = RowField.Cost, ["price"] = RowField.Cost, ["costperperson"] = RowField.Cost, ["costperhead"] = RowField.Cost,
            ["priceto"] = RowField.CostTo,
            ["whopays"] = RowField.FundedBy, ["funding"] = RowField.FundedBy,
            ["supplier"] = RowField.Provider, ["publisher"] = RowField.Provider,
            ["qualificationlevel"] = RowField.Level,
            ["awardedby"] = RowField.AwardingBody,
            ["cpd"] = RowField.CpdHours,
            ["tags"] = RowField.Keywords, ["keyword"] = RowField.Keywords,
            ["subjects"] = RowField.Subject,
            ["lang"] = RowField.Language, ["languages"] = RowField.Language,
            ["notes"] = RowField.Note, ["author"] = RowField.Note, ["authors"] = RowField.Note,
            ["reviewdate"] = RowField.ReviewBy, ["review"] = RowField.ReviewBy,
            ["qa"] = RowField.QualityAssurance,
            ["visibility"] = RowField.Roles, ["visibleto"] = RowField.Roles,
        }).ToDictionary(pair => Plain(pair.Key), pair => pair.Value);

    public static IEnumerable<string> FieldNames => Enum.GetNames<RowField>();

    /// <summary>The field that a column is about, by its name in the header; null when the name says nothing.</summary>
    public static RowField? FieldOf(string header) => Names.TryGetValue(Plain(header), out var field) ? field : null;

    public bool Reads(string fileName, string beginning) => beginning.Length > 0 && beginning[0] is not ('<' or '{' or '[');

    public CatalogueFile Read(Stream content)
    {
        List<string> broken = [];
        using var text = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            IgnoreBlankLines = true,
            BadDataFound = bad => broken.Add($"line {bad.Context.Parser!.RawRow}"),
        });
        if (!parser.Read() || parser.Record is not { } header)
        {
            throw new CatalogueFileException("The file is empty: its first line must name the columns.");
        }

        var columns = header.Select(name => (Name: $"column “{name.Trim()}”", Field: FieldOf(name))).ToArray();
        if (!Array.Exists(columns, column => column.Field == RowField.Title))
        {
            throw new CatalogueFileException($"The first line must name the columns, and one of them must be “title”. It names {string.Join(", ", header.Select(name => $"“{name.Trim()}”"))}.");
        }

        List<CatalogueRow> rows = [];
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            var row = new CatalogueRow($"line {line}");
            var record = parser.Record!;
            if (broken.Count > 0)
            {
                row.Faults.Add(new ImportFault(row.Place, "", "A quotation mark stands where none may stand. Put the whole value in quotation marks, and double those inside it"));
                broken.Clear();
            }

            if (record.Length != columns.Length)
            {
                row.Faults.Add(new ImportFault(row.Place, "", $"The line has {record.Length} values, and there are {columns.Length} columns"));
            }

            foreach (var (column, value) in columns.Zip(record))
            {
                if (column.Field is { } field)
                {
                    row.Add(field, ImportText.Decode(value), column.Name);
                }
            }

            rows.Add(row);
        }

        return new CatalogueFile("CSV", rows, [.. columns.Where(column => column.Field is null).Select(column => $"The {column.Name} is not known and was passed over.")]);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
