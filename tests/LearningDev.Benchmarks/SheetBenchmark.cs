using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;

namespace LearningDev.Benchmarks;

/// <summary>
/// How long editors wait for a sheet of many courses: uploaded, checked, imported and published, then checked again, when nothing changes, and exported.
/// The built host is a process of its own on a SQLite database of the demonstration council; the benchmark is the editor's browser.
/// </summary>
internal static class SheetBenchmark
{
    public static async Task RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-sheet-");
        try
        {
            await using var portal = await PortalProcess.StartAsync(PortalProcessOptions.In(folder.FullName) with { Settings = new Dictionary<string, string> { ["RateLimits:Enabled"] = "false" } });
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address, Timeout = TimeSpan.FromMinutes(10) };
            var page = await client.GetPageAsync("/sign-in");
            using (await client.SubmitAsync(page.Forms.First(form => form.Elements["userName"] is IHtmlInputElement { Value: "administrator" })))
            {
            }

            var bytes = Encoding.UTF8.GetBytes(Csv(rows));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:#,##0} courses, a file of {bytes.Length / 1024:#,##0} KB; seconds"));
            var path = await CheckAsync(client, bytes, "checked");
            await TimeAsync("imported and published", async () =>
            {
                using var answer = await client.SubmitAsync((await client.GetPageAsync(path)).Forms.Single(form => form.Method == "post" && new Uri(form.Action) is { Query: "", AbsolutePath: var action } && action == path));
                await FollowAsync(client, path);
            });
            await CheckAsync(client, bytes, "checked again");
            foreach (var form in new[] { "csv", "xlsx" })
            {
                await TimeAsync($"exported as {form}", async () =>
                {
                    var export = await client.GetPageAsync("/content/export?type=Course");
                    using var answer = await client.SubmitAsync(export.Forms.Single(one => one.Method == "post" && one.Closest("main") is not null), ("Form", form));
                    await answer.Content.ReadAsByteArrayAsync();
                });
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the host holds {portal.MemoryBytes / 1024 / 1024:#,##0} MB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> CheckAsync(HttpClient client, byte[] bytes, string what)
    {
        var path = "";
        await TimeAsync(what, async () =>
        {
            var page = await client.GetPageAsync("/content/import/new?type=Course");
            using var uploaded = await client.SubmitAsync(
                page.Forms.Single(form => form.Enctype == "multipart/form-data"), null, [], [new FormFile("Upload", "courses.csv", "text/csv", bytes)]);
            var columns = await client.GetPageAsync(uploaded.Headers.Location!.OriginalString);
            using var matched = await client.SubmitAsync(columns.Forms.Single(form => form.Method == "post" && form.Action.EndsWith("/columns", StringComparison.Ordinal)), ("Save", "publish"));
            path = matched.Headers.Location!.OriginalString;
            await FollowAsync(client, path);
        });
        return path;
    }

    // The page answers when the work has ended, or says after a while how far it is.
    private static async Task FollowAsync(HttpClient client, string path)
    {
        while ((await client.GetPageAsync(path)).QuerySelector("a[data-follow-progress]") is not null)
        {
        }
    }

    private static async Task TimeAsync(string what, Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} {Stopwatch.GetElapsedTime(began).TotalSeconds,7:0.0}"));
    }

    private static string Csv(int rows)
    {
        var csv = new StringBuilder("Title,Summary,Topics,Classification,Pillar,SeventyTwentyTen,Audience,Formats,QualityAssurance,DurationMinutes,MarkdownBodyPart.Markdown\r\n");
        for (var row = 1; row <= rows; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Made-up course {row},What course {row} is about in a sentence,topic-leadership,mandatory,personal,formal,everyone,face-to-face,not-checked,{row % 60 * 10},\"The text of course {row}.\n\nIt has two paragraphs.\"\r\n");
        }

        return csv.ToString();
    }
}
