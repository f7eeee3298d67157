using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Reads the JSON of Civil Service Learning's catalogue: courses with their modules, whose lengths are in seconds.</summary>
internal sealed class CivilServiceReader : ICatalogueReader
{
    private const string FaceToFace = "face-to-face";
    private const string Elearning = "elearning";
    private const int MostAreas = 3;
    private static readonly string[] SeniorGrades = ["SCS", "PB1", "PB2", "PB3", "PS"];

    public bool Reads(string fileName, string beginning) => beginning is ['[' or '{', ..];

    public CatalogueFile Read(Stream content)
    {
        try
        {
            var courses = JsonNode.Parse(content) switch
            {
                JsonArray array => array,
                JsonObject page when page["results"] is JsonArray results => results,
                _ => throw new CatalogueFileException("The JSON must be a list of courses."),
            };
            return new CatalogueFile("Civil Service Learning", [.. courses.Select(ReadCourse)], []);
        }
        catch (JsonException fault)
        {
            throw new CatalogueFileException($"The JSON is not valid at line {fault.LineNumber + 1}. {fault.Message}", fault);
        }
    }

    private static CatalogueRow ReadCourse(JsonNode? node, int index)
    {
        var place = $"course {(index + 1).ToString(CultureInfo.InvariantCulture)}";
        if (node is not JsonObject course)
        {
            var stranger = new CatalogueRow(place);
            stranger.Faults.Add(new ImportFault(place, "", "This is no course: it must be a JSON object"));
            return stranger;
        }

        var id = Text(course, "id");
        var row = new CatalogueRow(id.Length > 0 ? $"{place} ({id})" : place);
        try
        {
            Fill(row, course, id);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException)
        {
            row.Faults.Add(new ImportFault(row.Place, "", $"The course cannot be read. {fault.Message}"));
        }

        return row;
    }

    private static void Fill(CatalogueRow row, JsonObject course, string id)
    {
        var modules = Objects(course, "modules").Select(module => new Module(
            Text(module, "moduleType") is { Length: > 0 } type ? type : Text(module, "type"),
            ImportText.OneLine(Text(module, "title")), Text(module, "url"), Number(module, "duration"), Number(module, "price"), (bool?)module["optional"] ?? false)).ToList();
        row.Add(RowField.Key, id, "“id”");
        row.Add(RowField.Title, Text(course, "title"), "“title”");
        row.Add(RowField.Summary, Text(course, "shortDescription"), "“shortDescription”");
        row.Add(RowField.Description, Body(Text(course, "description"), modules), "“description”");
        row.Add(RowField.Outcomes, ImportText.ToMarkdown(Text(course, "learningOutcomes")), "“learningOutcomes”");
        row.Add(RowField.Kind, KindOf(modules), "“modules”");
        row.Add(RowField.Format, FormatOf(modules), "“modules”");
        if (modules.Sum(module => module.Seconds) is { } seconds and > 0)
        {
            row.Add(RowField.Minutes, decimal.Ceiling(seconds / 60).ToString(CultureInfo.InvariantCulture), "“duration”");
        }

        if (modules.Exists(module => module.Price is not null))
        {
            row.Add(RowField.Cost, modules.Sum(module => module.Price)?.ToString(CultureInfo.InvariantCulture), "“price”");
        }

        if (modules.FindAll(module => module.Url.Length > 0) is [var only])
        {
            row.Add(RowField.Url, only.Url, "“url”");
        }

        var audiences = Objects(course, "audiences").ToList();
        foreach (var audience in AudiencesOf([.. audiences.SelectMany(one => Texts(one, "grades"))]))
        {
            row.Add(RowField.Audience, audience, "“grades”");
        }

        var areas = audiences.SelectMany(one => Texts(one, "areasOfWork")).Distinct().ToList();
        foreach (var word in audiences.SelectMany(one => Texts(one, "interests")).Concat(areas.Count <= MostAreas ? areas : []).Distinct())
        {
            row.Add(RowField.Subject, word.Replace('-', ' '), "“audiences”");
        }

        if (Text(course, "status") is not ("Published" or "") || Text(course, "visibility") is not ("PUBLIC" or ""))
        {
            row.Add(RowField.Status, "draft", "“status”");
        }

        row.Add(RowField.Provider, "Civil Service Learning", "provider");
    }

    private static string Body(string description, List<Module> modules)
    {
        var body = ImportText.ToMarkdown(description);
        return modules.Count < 2 ? body : $"{body}\n\n**What it includes**\n\n{string.Join('\n', modules.Select(module => module.Markdown))}".TrimStart();
    }

    private static string KindOf(List<Module> modules) => modules.Select(module => module.Type).Distinct().ToList() switch
    {
        [] => "Course",
        ["video"] => "Video",
        ["link"] => "Website or tool",
        ["file"] => "Document or template",
        var types when types.Contains(FaceToFace) => modules.Count(module => module.Type == Elearning) > 2 ? "Programme" : "Course",
        var types => types.Contains(Elearning) ? "ElearningModule" : "Website or tool",
    };

    private static string? FormatOf(List<Module> modules) => (modules.Exists(module => module.Type == FaceToFace), modules.Exists(module => module.Type == Elearning)) switch
    {
        (true, true) => "blended",
        (true, false) => "face-to-face",
        _ => modules.Count == 0 ? null : "self-paced",
    };

    // From administrative officers (AA) to the senior civil service; the lowest grade says whom it begins with.
    private static string[] AudiencesOf(IReadOnlyCollection<string> grades) => grades switch
    {
        _ when grades.Count == 0 || grades.Any(grade => grade is "AA" or "AO" or "EO") => [],
        _ when grades.Any(grade => grade is "HEO" or "SEO") => ["team-leader", "service-manager"],
        _ when grades.All(SeniorGrades.Contains) => ["head-of-service", "director", "executive-director"],
        _ => ["service-manager", "head-of-service"],
    };

    private static string Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? ImportText.Decode(text) : "";

    private static decimal? Number(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;

    private static IEnumerable<JsonObject> Objects(JsonObject json, string name) => (json[name] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Texts(JsonObject json, string name) =>
        (json[name] as JsonArray ?? []).OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : "").Where(text => text.Length > 0);

    private sealed record Module(string Type, string Title, string Url, decimal? Seconds, decimal? Price, bool Optional)
    {
        public string Markdown
        {
            get
            {
                var title = Url.Length > 0 ? $"[{ImportText.Escape(Title)}](<{Url}>)" : ImportText.Escape(Title);
                string?[] facts = [Words, Length, Optional ? "optional" : null];
                return $"- {title} ({string.Join(", ", facts.OfType<string>())})";
            }
        }

        private string Words => Type switch
        {
            FaceToFace => "face to face",
            Elearning => "e-learning",
            "file" => "document",
            "link" => "website",
            _ => Type,
        };

        private string? Length => Seconds is > 0 ? Entries.LearningWords.Length(decimal.Ceiling(Seconds.Value / 60), new CatalogueSettings().MinutesPerDay) : null;
    }
}
