using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Curation;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Columns;

namespace LearningDev.Catalogue.Importing;

/// <summary>
/// Makes a catalogue entry out of a row. What the row says is set; what it does not say stays as the entry has it, and is filled with defaults
/// where an entry must have something.
/// </summary>
internal sealed class EntryBuilder(EntryVocabulary words)
{
    // Where the fields of a row end up in an entry, for the messages of the validator.
    private static readonly Dictionary<string, RowField> Places = new()
    {
        ["TitlePart.Title"] = RowField.Title,
        ["LearningPart.Summary"] = RowField.Summary,
        ["LearningPart.Topics"] = RowField.Topics,
        ["LearningPart.DurationMinutes"] = RowField.Minutes,
        ["LearningPart.CostFrom"] = RowField.Cost,
        ["LearningPart.CostTo"] = RowField.CostTo,
        ["LearningPart.QualificationLevel"] = RowField.Level,
        ["LearningPart.CpdHours"] = RowField.CpdHours,
    };

    /// <summary>Makes the entry. What is wrong with the row is added to its faults, what is worth knowing to the notes.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="source">Where the row comes from.</param>
    /// <param name="current">The entry as it is; null for a new one.</param>
    /// <param name="notes">Takes what is worth knowing.</param>
    public ContentItem Build(CatalogueRow row, string id, string source, ContentItem? current, List<ImportFault> notes)
    {
        var kind = KindOf(row, current);
        var item = new ContentItem
        {
            ContentItemId = id,
            ContentItemVersionId = current?.ContentItemVersionId ?? "",
            Revision = current?.Revision ?? 0,
            ContentType = kind.ContentType,
            Owner = current?.Owner,
            Author = CatalogueImport.AuthorOf(source),
            Content = current?.Content.DeepClone().AsObject() ?? [],
        };
        var entry = new EntryJson(item.Content);
        List<string> keywords = [.. Several(row, RowField.Keywords), .. row.All(RowField.Subject).Select(ImportText.OneLine)];
        SetTitle(row, entry, notes);
        SetTopics(row, entry, keywords, notes);
        SetChoices(row, entry, kind);
        SetNumbers(row, entry);
        SetKind(row, entry, kind);
        SetProvider(row, entry, keywords, notes);
        if (row.One(RowField.Language) is { } language && EntryVocabulary.LanguageName(language) is var name and not "English")
        {
            keywords.Add(name);
        }

        EntryTexts.Set(row, entry, keywords);
        SetCuration(row, entry, source, notes);
        entry.SetDefault(nameof(AutoroutePart), new JsonObject { ["Path"] = "" });
        return item;
    }

    /// <summary>Adds what the validator finds wrong, in the words of the file.</summary>
    public static void AddFaults(CatalogueRow row, IEnumerable<ContentError> errors)
    {
        foreach (var error in errors)
        {
            if (Places.TryGetValue(error.Key, out var field) && row.Has(field))
            {
                row.Fault(field, error.Message);
            }
            else
            {
                row.Faults.Add(new ImportFault(row.Place, "", error.Message));
            }
        }
    }

    private EntryKind KindOf(CatalogueRow row, ContentItem? current)
    {
        if (row.One(RowField.Kind) is not { } word)
        {
            return current is not null ? new EntryKind(current.ContentType)
                : row.Has(RowField.Url) ? words.Kinds.Find("link") ?? new EntryKind("Course") : new EntryKind("Course");
        }

        if (words.Kinds.Find(word) is not { } kind)
        {
            row.Fault(RowField.Kind, $"“{word}” is no kind of learning that the catalogue has");
            return new EntryKind(current?.ContentType ?? "Course");
        }

        // A course of which nothing is known but where it is on the web is taken there.
        return kind.ContentType == "Course" && row.Has(RowField.Url) && !row.Has(RowField.Format) ? words.Kinds.Find("ElearningModule") ?? kind : kind;
    }

    private static void SetTitle(CatalogueRow row, EntryJson entry, List<ImportFault> notes)
    {
        var title = ImportText.OneLine(row.One(RowField.Title) ?? "");
        if (title.Length == 0)
        {
            row.Fault(RowField.Title, "Enter a title");
            return;
        }

        var shorter = ImportText.Shorten(title, TitlePart.MaximumLength);
        if (shorter != title)
        {
            notes.Add(new ImportFault(row.Place, "", $"The title was cut to {TitlePart.MaximumLength} characters"));
        }

        entry.Set(nameof(TitlePart), new JsonObject { ["Title"] = shorter });
    }

    private void SetTopics(CatalogueRow row, EntryJson entry, List<string> keywords, List<ImportFault> notes)
    {
        List<string> found = [];
        foreach (var word in row.All(RowField.Topics).SelectMany(value => words.TopicOf(value) is not null ? [value] : Split(value)))
        {
            if (words.TopicOf(word) is { } topic)
            {
                found.Add(topic);
            }
            else
            {
                keywords.Add(word);
                notes.Add(new ImportFault(row.Place, "", $"The topic “{word}” is not known and became a keyword"));
            }
        }

        found.AddRange(row.All(RowField.Subject).Select(words.TopicOf).OfType<string>());
        if (found.Count > 0)
        {
            entry.Set(nameof(LearningPart), nameof(LearningPart.Topics), Topics(found));
            return;
        }

        List<string> guessed = [.. words.TopicWords.Find([row.One(RowField.Title) ?? "", .. row.All(RowField.Subject), string.Join(' ', keywords), row.One(RowField.Summary) ?? ""])];
        if (guessed.Count == 0 && words.TopicOf(words.Settings.Import.Topic) is { } usual)
        {
            guessed.Add(usual);
            notes.Add(new ImportFault(row.Place, "", "No topic was found, so the usual one of the settings was taken. --topic chooses another"));
        }

        entry.SetDefault(nameof(LearningPart), nameof(LearningPart.Topics), Topics(guessed));
    }

    private JsonObject Topics(IEnumerable<string> ids) => new()
    {
        ["TaxonomyContentItemId"] = words.Taxonomy,
        ["TermContentItemIds"] = new JsonArray([.. ids.Distinct().Select(id => JsonValue.Create(id))]),
    };

    private void SetChoices(CatalogueRow row, EntryJson entry, EntryKind kind)
    {
        SetChoice(RowField.Classification, nameof(LearningPart.Classification), words.Settings.Import.Classification);
        SetChoice(RowField.Pillar, nameof(LearningPart.Pillar), words.Settings.Import.Pillar);
        SetChoice(RowField.SeventyTwentyTen, nameof(LearningPart.SeventyTwentyTen), kind.ContentType == "WorkOpportunity" ? "experience" : "formal");
        SetChoice(RowField.FundedBy, nameof(LearningPart.FundedBy), fallback: null);
        SetSeveral(RowField.Audience, nameof(LearningPart), nameof(LearningPart.Audience), words.Settings.Import.Audience);
        SetSeveral(RowField.Format, nameof(LearningPart), nameof(LearningPart.Formats), (kind.ContentType, kind.Value) switch
        {
            ("ElearningModule" or "LearningResource", _) => "self-paced",
            ("Programme", _) => "blended",
            ("WorkOpportunity", _) => "workplace",
            (_, "webinar") => "live-online",
            _ => "face-to-face",
        });
        SetSeveral(RowField.Roles, nameof(VisibilityPart), nameof(VisibilityPart.Roles), fallback: null);

        void SetChoice(RowField field, string name, string? fallback)
        {
            if (row.One(field) is { } word && Choice(row, field, nameof(LearningPart), name, word) is { } value)
            {
                entry.Set(nameof(LearningPart), name, new JsonObject { ["Text"] = value });
            }
            else if (fallback is not null)
            {
                entry.SetDefault(nameof(LearningPart), name, new JsonObject { ["Text"] = fallback });
            }
        }

        void SetSeveral(RowField field, string part, string name, string? fallback)
        {
            var values = Several(row, field).Select(word => Choice(row, field, part, name, word)).OfType<string>().Distinct().ToList();
            if (values.Count > 0)
            {
                entry.Set(part, name, new JsonObject { ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) });
            }
            else if (fallback is not null)
            {
                entry.SetDefault(part, name, new JsonObject { ["Values"] = new JsonArray(fallback) });
            }
        }
    }

    private string? Choice(CatalogueRow row, RowField field, string part, string name, string word)
    {
        var value = part == nameof(LearningPart) ? words.ChoiceOf(name, word) : words.ChoiceOf(part, name, word);
        if (value is null)
        {
            row.Fault(field, $"“{word}” is not one of the choices: {words.ChoicesOf(part, name)}");
        }

        return value;
    }

    private void SetNumbers(CatalogueRow row, EntryJson entry)
    {
        Set(RowField.Minutes, nameof(LearningPart.DurationMinutes), text => ImportNumbers.Minutes(text, words.Settings.MinutesPerDay),
            "is no length: write minutes, or for example “1 hour 30 minutes” or “2 days”");
        Set(RowField.Cost, nameof(LearningPart.CostFrom), text => ImportNumbers.Cost(text)?.From, "is no amount in pounds");
        Set(RowField.Cost, nameof(LearningPart.CostTo), text => ImportNumbers.Cost(text)?.To, message: null);
        Set(RowField.CostTo, nameof(LearningPart.CostTo), text => ImportNumbers.Cost(text)?.To, "is no amount in pounds");
        Set(RowField.CpdHours, nameof(LearningPart.CpdHours), Number, "is no number");
        Set(RowField.Level, nameof(LearningPart.QualificationLevel), text => Number(text.Replace("level", "", StringComparison.OrdinalIgnoreCase)), "is no level: write a number from 2 to 7");

        void Set(RowField field, string name, Func<string, decimal?> read, string? message)
        {
            if (row.One(field) is not { } text)
            {
                return;
            }

            if (read(text) is { } number)
            {
                entry.Set(nameof(LearningPart), name, new JsonObject { ["Value"] = number });
            }
            else if (message is not null)
            {
                row.Fault(field, $"“{text}” {message}");
            }
        }
    }

    private void SetKind(CatalogueRow row, EntryJson entry, EntryKind kind)
    {
        if (kind is { Field: { } field, Value: { } value })
        {
            entry.Set(kind.ContentType, field, new JsonObject { ["Text"] = value });
        }

        if (row.One(RowField.Url) is not { } url)
        {
            return;
        }

        if (!ImportNumbers.IsWebAddress(url))
        {
            row.Fault(RowField.Url, $"“{url}” is no web address that begins with https:// or http://");
        }
        else if (Array.Find([nameof(KindPart.Launch), nameof(KindPart.Link), nameof(KindPart.Website)], name => words.HasField(kind.ContentType, name)) is { } link)
        {
            entry.Set(kind.ContentType, link, new JsonObject { ["Url"] = url });
        }
        else if (!row.Has(RowField.HowToAccess))
        {
            entry.Set(nameof(LearningPart), nameof(LearningPart.HowToAccess), new JsonObject { ["Markdown"] = $"[More about it, and how to book](<{url}>)" });
        }
    }

    private void SetProvider(CatalogueRow row, EntryJson entry, List<string> keywords, List<ImportFault> notes)
    {
        if (row.One(RowField.Provider) is not { } name)
        {
            return;
        }

        if (words.ProviderOf(name) is { } id)
        {
            entry.Set(nameof(LearningPart), nameof(LearningPart.Provider), new JsonObject { ["ContentItemIds"] = new JsonArray(id) });
        }
        else
        {
            keywords.Add(name);
            notes.Add(new ImportFault(row.Place, "", $"The provider “{name}” is not in the portal and became a keyword. Add the provider and import again"));
        }
    }

    private void SetCuration(CatalogueRow row, EntryJson entry, string source, List<ImportFault> notes)
    {
        if (row.One(RowField.Owner) is { } userName)
        {
            if (words.PersonOf(userName) is { } owner)
            {
                entry.SetDefault(nameof(CurationPart), nameof(CurationPart.Owner), new JsonObject { ["UserIds"] = new JsonArray(owner) });
            }
            else
            {
                notes.Add(new ImportFault(row.Place, "", $"Nobody has the user name “{userName}”, so the entry has no owner"));
            }
        }

        entry.Set(nameof(CurationPart), nameof(CurationPart.Source), new JsonObject { ["Text"] = ImportText.OneLine(row.One(RowField.Source) ?? source) });
        if (row.One(RowField.QualityAssurance) is { } word
            && Choice(row, RowField.QualityAssurance, nameof(CurationPart), nameof(CurationPart.QualityAssurance), word) is { } value)
        {
            entry.Set(nameof(CurationPart), nameof(CurationPart.QualityAssurance), new JsonObject { ["Text"] = value });
        }

        entry.SetDefault(nameof(CurationPart), nameof(CurationPart.QualityAssurance), new JsonObject { ["Text"] = ImportSettings.NotChecked });
        if (row.One(RowField.ReviewBy) is { } text)
        {
            if (SheetTimes.Day(text) is { } day)
            {
                entry.Set(nameof(CurationPart), nameof(CurationPart.ReviewBy), new JsonObject { ["Value"] = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T00:00:00Z") });
            }
            else
            {
                row.Fault(RowField.ReviewBy, $"“{text}” is no day: write it as 31/3/2027 or 2027-03-31");
            }
        }
    }

    private static IEnumerable<string> Several(CatalogueRow row, RowField field) => row.All(field).SelectMany(Split);

    // Commas divide too, where nothing stronger does.
    private static IEnumerable<string> Split(string value) =>
        value.Split(value.AsSpan().ContainsAny(";|\n") ? [';', '|', '\n'] : [','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
