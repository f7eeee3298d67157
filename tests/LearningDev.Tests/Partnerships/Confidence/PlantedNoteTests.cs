using System.Globalization;
using System.IO.Compression;
using System.Text;
using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Content.Recipes.Exporting;
using LearningDev.Tests.Volunteering;
using LearningDev.Tests.Web;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Confidence;

/// <summary>A portal that logs all that it can log.</summary>
public sealed class LoggingPartnershipsPortal : PartnershipsPortal
{
    public LogKeeper Log { get; } = new();

    // The administrator has every role that there is, so that no page is kept from them for want of one.
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var administrator = await this.PersonIdAsync("administrator");
        await this.ReadAsync(async db =>
        {
            var has = await db.UserRoles.Where(row => row.UserId == administrator).Select(row => row.RoleId).ToListAsync();
            db.AddRange((await db.Roles.Where(role => !has.Contains(role.Id)).Select(role => role.Id).ToListAsync()).Select(role => new RoleAssignment { UserId = administrator, RoleId = role }));
            return await db.SaveChangesAsync();
        });
    }

    protected override void Configuration(IDictionary<string, string?> settings)
    {
        // The sweep asks more often than anybody.
        settings["RateLimits:Enabled"] = "false";
        foreach (var category in (string[])["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"])
        {
            settings[$"Logging:LogLevel:{category}"] = "Trace";
        }
    }

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        Log.AddTo(services);
    }
}

/// <summary>Words are planted in every place for words in confidence, and looked for everywhere else (COA-03).</summary>
[Requirement("COA-03")]
public class PlantedNoteTests(LoggingPartnershipsPortal portal) : IClassFixture<LoggingPartnershipsPortal>
{
    private const string Planted = "Xylophonic";

    [Fact]
    public async Task PlantedWords_InEveryPlaceForThem_StandNowhereElse()
    {
        var id = await PlantAsync();

        // Both read them.
        var page = (await portal.GetDocumentAsync($"/partnerships/{id}/notes", "coach")).MainText();
        page.ShouldContain($"{Planted} note for both");
        page.ShouldNotContain($"{Planted} note for me");

        // The database has not a byte of them, nor has its journal.
        var text = await AllRowsAsync();
        text.ShouldContain("Whitfield");
        (text.Contains(Planted, StringComparison.Ordinal) ? "found" : "").ShouldBe("");
        if (await portal.ReadAsync(db => Task.FromResult(db.IsSqlite ? db.Database.GetConnectionString() : null)) is { } connection)
        {
            var file = new SqliteConnectionStringBuilder(connection).DataSource;
            foreach (var path in new[] { file, file + "-wal" }.Where(File.Exists))
            {
                var bytes = await ReadSharedAsync(path);
                bytes.Length.ShouldBeGreaterThan(0);
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                {
                    bytes.AsSpan().IndexOf(encoding.GetBytes(Planted)).ShouldBe(-1, path);
                }
            }
        }

        // Nor has any page, feed or export. That the sweep sees what a page shows, a name proves that administrators may see.
        var shown = await ShownAsync(id, Planted, "Whitfield");
        shown["Whitfield"].ShouldNotBeEmpty();
        shown[Planted].ShouldBeEmpty();

        // Nor have the log, what is exported, and what an administrator finds.
        portal.Log.Text.ShouldContain("partnerships");
        (portal.Log.Text.Contains(Planted, StringComparison.Ordinal) ? "found" : "").ShouldBe("");
        (await portal.ExportAsync(ExportedRecipes.Everything)).Json.ShouldNotContain(Planted);
        using var administrator = await portal.SignedInAsAsync("administrator");
        foreach (var url in new[] { "/admin/audit", "/admin/messages", "/admin/running" })
        {
            (await administrator.GetPageAsync(url)).MainText().ShouldNotContain(Planted);
        }

        (await administrator.GetPageAsync($"/catalogue?q={Planted}")).QuerySelectorAll(".app-results__item").ShouldBeEmpty();
        foreach (var url in new[] { "", "/goals", "/notes", "/meetings", "/share", "/close", "/review", "/evaluate" })
        {
            using var answer = await administrator.GetAsync($"/partnerships/{id}{url}");
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }
    }

    // Every address of every route that shows an administrator a word.
    private async Task<ILookup<string, string>> ShownAsync(string id, params string[] words)
    {
        string[] values = [id, await portal.PersonIdAsync("employee"), await portal.PersonIdAsync("coach")];
        string[] inner =
        [
            .. await portal.ReadAsync(db => db.PartnershipNotes.Select(row => row.Id).ToListAsync()), .. await portal.ReadAsync(db => db.PartnershipMeetings.Select(row => row.Id).ToListAsync()),
            .. await portal.ReadAsync(db => db.ConfidentialTexts.Select(row => row.Id).ToListAsync()),
        ];
        IReadOnlyList<string> declared;
        await using (var scope = portal.Scope())
        {
            declared = DeclaredRoutes.Addresses(scope, values, inner);
        }

        // Each is searched too, for the beginning of the word: what is asked for comes back in the box that it was typed into.
        HashSet<string> addresses = [.. declared, .. declared.Where(address => !address.Contains("first-aid", StringComparison.Ordinal)).Select(address => $"{address}?q={Planted[..^2]}")];
        addresses.Count.ShouldBeGreaterThan(400);
        addresses.ShouldContain($"/partnerships/{id}/notes/{inner[0]}");
        using var administrator = await portal.SignedInAsAsync("administrator");
        List<(string Word, string Address)> shown = [];
        foreach (var address in addresses)
        {
            using var answer = await administrator.GetAsync(address);
            ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            var text = $"{await TextAsync(await answer.Content.ReadAsByteArrayAsync())} {answer.Headers} {answer.Content.Headers}";
            shown.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => (word, address)));
        }

        return shown.ToLookup(one => one.Word, one => one.Address);
    }

    // Archives and workbooks are packed: a word in them is no word in their bytes.
    private static async Task<string> TextAsync(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder();
        await using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(entry.FullName).Append(' ').Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private async Task<string> PlantAsync()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { ReviewAfterMeetings = 1 }, goals: $"{Planted} goal");
        using var client = await portal.SignedInAsAsync("employee");
        await Sent(client.PressAsync($"/partnerships/{id}/goals", "Save", ("Words", $"{Planted} goal, changed")));
        await Sent(client.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", $"{Planted} note for me"), ("For", "me")));
        await Sent(client.PressAsync($"/partnerships/{id}/notes/new", "Save", ("Words", $"{Planted} note for both"), ("For", "both")));
        await Sent(client.PressAsync($"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(PartnershipsPages.Today.AddDays(1)), ("Time", "9am"), ("Place", $"{Planted} place")]));
        await Sent(client.RecordAsync(id, PartnershipsPages.Today, "60"));
        await Sent(client.PressAsync($"/partnerships/{id}/review", "Send", ("Helped", "5"), ("Progress", "5"), ("Openness", "5"), ("Words", $"{Planted} review")));
        await Sent(client.PressAsync($"/partnerships/{id}/share", "Share with my record", ("Minutes", "60"), ("Reflection", $"{Planted} reflection")));
        await Sent(client.PressAsync($"/partnerships/{id}/close", "End it", ("How", "Completed"), ("Word", $"{Planted} farewell")));
        await Sent(client.PressAsync($"/partnerships/{id}/evaluate", "Send", ("Outcome", "Fully"), ("Rating", "5"), ("Recommend", "yes"), ("Words", $"{Planted} evaluation")));
        (await portal.ReadAsync(db => db.ConfidentialTexts.CountAsync())).ShouldBe(8);
        return id;

        static async Task Sent(Task<HttpResponseMessage> sending)
        {
            using var answer = await sending;
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        }
    }

    // Every row of every table, as the database gives it.
    private Task<string> AllRowsAsync() => portal.ReadAsync(async db =>
    {
        var text = new StringBuilder();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    text.Append(reader.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)).Append(' ');
                }
            }
        }

        return text.ToString();
    });

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return memory.ToArray();
    }
}
