using System.Globalization;
using System.Text.Json;
using LearningDev.TestSupport.Machine;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Html;

/// <summary>Checks HTML with html-validate, many documents in one run of Node.js.</summary>
public static class HtmlValidator
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Validates documents and returns everything that is wrong with them.</summary>
    /// <param name="documents">The documents, by the name that messages give them (a path of the portal, say).</param>
    /// <param name="cancellationToken">Ends the validator when cancelled.</param>
    /// <exception cref="CommandFailedException">Node.js or the validator is missing or failed; the message says what to do.</exception>
    public static async Task<IReadOnlyList<HtmlFault>> ValidateAsync(
        IReadOnlyDictionary<string, string> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var project = RepositoryRoot.Combine("tests", "LearningDev.TestSupport");
        var modules = await NodePackages.EnsureAsync(project, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("learningdev-html-");
        try
        {
            var names = new Dictionary<string, string>();
            foreach (var (name, html) in documents)
            {
                var file = $"{names.Count.ToString("0000", CultureInfo.InvariantCulture)}.html";
                names[file] = name;
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), html, cancellationToken);
            }

            // Into a file: html-validate ends before a long report is through a pipe.
            var reportFile = Path.Combine(folder.FullName, "report.json");
            const int faultsFound = 1;
            var run = await Commands.RunAsync(
                "node",
                [
                    Path.Combine(modules, "html-validate", "bin", "html-validate.mjs"),
                    "--config", Path.Combine(project, "Html", "html-validate.config.mjs"),
                    "--formatter", $"json={reportFile}",
                    folder.FullName,
                ],
                new CommandOptions { Folder = project, WelcomeExitCodes = [0, faultsFound] },
                cancellationToken);
            return Read(run, reportFile, names);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Asserts that documents are valid.</summary>
    /// <param name="documents">The documents, by the name that messages give them.</param>
    /// <param name="cancellationToken">Ends the validator when cancelled.</param>
    /// <exception cref="XunitException">A document has a fault; the message lists them all.</exception>
    public static async Task ShouldBeValidAsync(IReadOnlyDictionary<string, string> documents, CancellationToken cancellationToken = default)
    {
        var faults = await ValidateAsync(documents, cancellationToken);
        if (faults.Count > 0)
        {
            throw new XunitException($"{faults.Count} faults in the HTML:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
        }
    }

    private static List<HtmlFault> Read(CommandResult run, string reportFile, Dictionary<string, string> names)
    {
        List<FileReport> reports;
        try
        {
            reports = JsonSerializer.Deserialize<List<FileReport>>(File.ReadAllText(reportFile), CamelCase) ?? [];
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException)
        {
            throw new CommandFailedException(
                $"html-validate did not run. It printed:{Environment.NewLine}{run.Output}{run.Error}", exception);
        }

        return
        [
            .. from report in reports
               from fault in report.Messages
               select new HtmlFault(names[Path.GetFileName(report.FilePath)], fault.Line, fault.Column, fault.RuleId, fault.Message, fault.Selector),
        ];
    }

    private sealed record FileReport(string FilePath, IReadOnlyList<FileMessage> Messages);

    private sealed record FileMessage(string RuleId, int Line, int Column, string Message, string? Selector);
}

/// <summary>Something wrong in an HTML document.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Rule">The html-validate rule that is broken.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Selector">The element's path in the document, where it has one.</param>
public sealed record HtmlFault(string Document, int Line, int Column, string Rule, string Message, string? Selector)
{
    /// <summary>The fault on one line.</summary>
    public override string ToString() => $"{Document} {Line}:{Column} {Rule}: {Message} ({Selector})";
}
