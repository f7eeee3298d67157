using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>
/// Reads XCRI-CAP 1.2 (BS 8581), the British binding of the European standard for advertising learning (EN 15982): a catalogue of providers with
/// their courses, and of each course its presentations. Document type definitions are refused, so that a feed can pull in nothing from elsewhere.
/// </summary>
internal sealed partial class XcriReader : ICatalogueReader
{
    private const int MostCharacters = 200_000_000;
    private static readonly XNamespace Xcri = "http://xcri.org/profiles/1.2/catalog";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace DcTerms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Mlo = "http://purl.org/net/mlo";
    private static readonly XName SchemeOfIdentifier = XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance");

    public bool Reads(string fileName, string beginning) => beginning.StartsWith('<');

    public CatalogueFile Read(Stream content)
    {
        try
        {
            using var xml = XmlReader.Create(content, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostCharacters,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            var root = XDocument.Load(xml, LoadOptions.SetLineInfo).Root!;
            if (root.Name != Xcri + "catalog" && root.Name != Xcri + "provider" && root.Name != Xcri + "course")
            {
                throw new CatalogueFileException($"The root element must be a catalog, provider or course of XCRI-CAP 1.2 ({Xcri}); it is {root.Name}.");
            }

            // A venue holds a provider too, but no courses.
            return new CatalogueFile("XCRI-CAP 1.2", [.. root.DescendantsAndSelf(Xcri + "course").Select(ReadCourse)], []);
        }
        catch (XmlException fault) when (fault.LineNumber == 0)
        {
            throw new CatalogueFileException($"The XML is refused. It may have no document type definition, and at most {MostCharacters} characters.", fault);
        }
        catch (XmlException fault)
        {
            throw new CatalogueFileException($"The XML is refused at line {fault.LineNumber}. {fault.Message}", fault);
        }
    }

    private static CatalogueRow ReadCourse(XElement course)
    {
        var row = new CatalogueRow($"line {((IXmlLineInfo)course).LineNumber.ToString(CultureInfo.InvariantCulture)}");
        var presentations = course.Elements(Xcri + "presentation").ToList();
        var qualification = course.Elements(Mlo + "qualification").FirstOrDefault();
        row.Add(RowField.Key, IdentifierOf(course) ?? Own(course, Mlo + "url"), "element dc:identifier");
        row.Add(RowField.Title, TitleOf(course), "element dc:title");
        row.Add(RowField.Summary, Own(course, Xcri + "abstract") ?? presentations.Select(one => Own(one, Xcri + "abstract")).FirstOrDefault(text => text is not null), "element abstract");
        row.Add(RowField.Description, Body(course, qualification), "element dc:description");
        row.Add(RowField.Outcomes, Outcomes(course), "element learningOutcome");
        row.Add(RowField.HowToAccess, Access(course, presentations), "element applicationProcedure");
        row.Add(RowField.Url, Own(course, Mlo + "url"), "element mlo:url");
        foreach (var subject in course.Elements(Dc + "subject"))
        {
            row.Add(RowField.Subject, Clean(subject.Value), "element dc:subject");
        }

        if (course.Parent?.Name == Xcri + "provider")
        {
            row.Add(RowField.Provider, TitleOf(course.Parent), "element provider/dc:title");
        }

        if (qualification is not null)
        {
            row.Add(RowField.Level, LevelNumber().Match(Own(qualification, DcTerms + "educationLevel") ?? "").Value, "element dcterms:educationLevel");
            row.Add(RowField.AwardingBody, Own(qualification, Xcri + "awardedBy") ?? Own(qualification, Xcri + "accreditedBy"), "element awardedBy");
            row.Add(RowField.Keywords, Own(qualification, Xcri + "abbr"), "element abbr");
        }

        AddPresentations(row, presentations);
        var modes = row.All(RowField.Format);
        row.Add(RowField.Kind, qualification is not null ? "Qualification" : modes is ["online"] ? "ElearningModule" : "Course", "element attendanceMode");
        return row;
    }

    private static void AddPresentations(CatalogueRow row, List<XElement> presentations)
    {
        List<decimal> costs = [];
        foreach (var presentation in presentations)
        {
            var mode = presentation.Element(Xcri + "attendanceMode");
            if (FormatOf((string?)mode?.Attribute("identifier") ?? mode?.Value.Trim() ?? "") is { } format && !row.All(RowField.Format).Contains(format))
            {
                row.Add(RowField.Format, format, "element attendanceMode");
            }

            AddDuration(row, presentation.Element(Mlo + "duration"));
            if (Own(presentation, Mlo + "cost") is { } cost)
            {
                if (ImportNumbers.Cost(cost) is { } amounts)
                {
                    costs.AddRange([amounts.From, amounts.To]);
                }
                else if (!row.Has(RowField.CostNote))
                {
                    row.Add(RowField.CostNote, cost, "element mlo:cost");
                }
            }

            if (Own(presentation, Mlo + "languageOfInstruction") is { } language)
            {
                row.Add(RowField.Language, language, "element mlo:languageOfInstruction");
            }
        }

        if (costs.Count > 0)
        {
            row.Add(RowField.Cost, costs.Min().ToString(CultureInfo.InvariantCulture), "element mlo:cost");
            row.Add(RowField.CostTo, costs.Max().ToString(CultureInfo.InvariantCulture), "element mlo:cost");
        }
    }

    // Weeks, months and years say over what time it is spread, not how much of a person's time it needs.
    private static void AddDuration(CatalogueRow row, XElement? duration)
    {
        if (duration is null || string.IsNullOrWhiteSpace(duration.Value))
        {
            return;
        }

        if (!row.Has(RowField.DurationNote))
        {
            row.Add(RowField.DurationNote, Clean(duration.Value), "element mlo:duration");
        }

        if (!row.Has(RowField.Minutes) && ShortInterval().Match((string?)duration.Attribute("interval") ?? "") is { Success: true } interval)
        {
            row.Add(RowField.Minutes, string.Join(' ', Part("days", "days"), Part("hours", "hours"), Part("minutes", "minutes")).Trim(), "element mlo:duration");

            string Part(string group, string words) => interval.Groups[group] is { Success: true } number ? $"{number.Value} {words}" : "";
        }
    }

    private static string? FormatOf(string mode) => mode.ToUpperInvariant() switch
    {
        "CM" or "CAMPUS" or "NC" or "FACE-TO-FACE NON-CAMPUS" => "face-to-face",
        "DA" or "DISTANCE WITH ATTENDANCE" or "MM" or "MIXED MODE" => "blended",
        "DS" or "DISTANCE WITHOUT ATTENDANCE" => "self-paced",
        "ON" or "ONLINE (NO ATTENDANCE)" => "online",
        "WB" or "WORK-BASED" => "workplace",
        _ => null,
    };

    private static string Body(XElement course, XElement? qualification)
    {
        List<string> paragraphs = [.. Descriptions(course, Dc + "description")];
        AddSection("Aims", course.Elements(Xcri + "learningOutcome").Any() ? [.. Descriptions(course, Mlo + "objective")] : []);
        AddSection("Before you start", [.. Descriptions(course, Mlo + "prerequisite")]);
        AddSection("Assessment", [.. Descriptions(course, Mlo + "assessment")]);
        AddSection("Qualification", qualification is null || TitleOf(qualification) is not { } title ? [] : [ImportText.Escape(title)]);
        AddSection("Regulations", [.. Descriptions(course, Xcri + "regulations")]);
        return string.Join("\n\n", paragraphs);

        void AddSection(string heading, IReadOnlyCollection<string> texts) =>
            paragraphs.AddRange(texts.Count == 0 ? [] : [$"**{heading}**", .. texts]);
    }

    private static string Outcomes(XElement course)
    {
        var outcomes = Descriptions(course, Xcri + "learningOutcome").ToList();
        outcomes = outcomes.Count > 0 ? outcomes : [.. Descriptions(course, Mlo + "objective")];
        return outcomes.Count > 1 && outcomes.TrueForAll(text => !text.Contains('\n', StringComparison.Ordinal))
            ? string.Join('\n', outcomes.Select(text => $"- {text}"))
            : string.Join("\n\n", outcomes);
    }

    private static string Access(XElement course, List<XElement> presentations)
    {
        var procedures = Descriptions(course, Xcri + "applicationProcedure").Concat(presentations.SelectMany(one => Descriptions(one, Xcri + "applicationProcedure")));
        var links = presentations.Select(one => Own(one, Xcri + "applyTo")).OfType<string>().Where(ImportNumbers.IsWebAddress).Select(url => $"[Apply](<{url}>)");
        return string.Join("\n\n", procedures.Concat(links).Distinct());
    }

    /// <summary>Texts in Markdown. One that has both a link and text of its own is in error, and passed over as the standard says.</summary>
    private static IEnumerable<string> Descriptions(XElement parent, XName name)
    {
        foreach (var element in parent.Elements(name))
        {
            var link = (string?)element.Attribute("href");
            var text = XhtmlText.ToMarkdown(element);
            if (link is null && text.Length > 0)
            {
                yield return text;
            }
            else if (link is not null && text.Length == 0 && ImportNumbers.IsWebAddress(link))
            {
                yield return $"[More information](<{link}>)";
            }
        }
    }

    private static string? IdentifierOf(XElement course)
    {
        var identifiers = course.Elements(Dc + "identifier").ToList();
        return Clean((identifiers.Find(identifier => identifier.Attribute(SchemeOfIdentifier) is null) ?? identifiers.FirstOrDefault())?.Value);
    }

    private static string? TitleOf(XElement element)
    {
        var titles = element.Elements(Dc + "title").ToList();
        return Clean((titles.Find(title => ((string?)title.Attribute(XNamespace.Xml + "lang") ?? "en").StartsWith("en", StringComparison.OrdinalIgnoreCase)) ?? titles.FirstOrDefault())?.Value);
    }

    private static string? Own(XElement parent, XName name) => Clean(parent.Element(name)?.Value);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : ImportText.OneLine(ImportText.Clean(text));

    [GeneratedRegex(@"(?<=[Ll]evel\s?)\d|^\d$|(?<=/)\d$")]
    private static partial Regex LevelNumber();

    [GeneratedRegex(@"^P(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?)?$")]
    private static partial Regex ShortInterval();
}
