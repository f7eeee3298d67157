using System.Globalization;
using System.Text;
using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Together;
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

    protected override void Configuration(IDictionary<string, string?> settings)
    {
        foreach (var category in (string[])["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"])
        {
            settings[$"Logging:LogLevel:{category}"] = "Trace";
        }

        // Every address of the portal is asked for by the same person.
        settings["RateLimits:Enabled"] = "false";
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
    private const string Asked = "xylophonic";

    private static readonly string[] Searches = ["/catalogue?q=", "/api/catalogue/search?q=", "/api/catalogue/suggest?q=", "/content?text=true&q=", "/content/media?q=", "/admin/audit?q=", "/admin/messages?q=", "/admin/people?q=", "/coaching/manage?q="];

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

        // Nor have the log, what is exported, and what an administrator finds.
        portal.Log.Text.ShouldContain("partnerships");
        (portal.Log.Text.Contains(Planted, StringComparison.Ordinal) ? "found" : "").ShouldBe("");
        (await portal.ExportAsync(ExportedRecipes.Everything)).Json.ShouldNotContain(Planted);
        (await FoundAsync("administrator", id)).ShouldBeEmpty();
        (await FoundAsync("hr", id)).ShouldBeEmpty();

        // Whoever reads them finds them so: the search for them is not blind.
        (await FoundAsync("coach", id)).ShouldContain($"/partnerships/{id}/notes");
    }

    /// <summary>At which of all addresses of the portal somebody finds the words, as page, export, answer of the API or redirect.</summary>
    private async Task<IReadOnlyList<string>> FoundAsync(string userName, string partnershipId)
    {
        using var client = await portal.SignedInAsAsync(userName);
        List<string> found = [];
        foreach (var address in await AddressesAsync(partnershipId))
        {
            using var answer = await client.GetAsync(address);
            ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            // What was asked for comes back in small letters, in the box that it was typed into.
            if ($"{await answer.Content.ReadAsStringAsync()} {answer.Headers.Location}".Contains(Planted, StringComparison.Ordinal))
            {
                found.Add(address);
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(string partnershipId)
    {
        var own = await portal.ReadAsync(async db => new
        {
            People = await db.Users.Where(person => person.UserName == "employee" || person.UserName == "coach").Select(person => person.Id).ToListAsync(),
            Meetings = await db.PartnershipMeetings.Where(row => row.PartnershipId == partnershipId).Select(row => row.Id).ToListAsync(),
            Texts = await db.ConfidentialTexts.Select(row => row.Id).ToListAsync(),
        });
        await using var scope = portal.Scope();
        string[] values = [partnershipId, .. own.People, .. own.Meetings.Select(one => $"{one}"), .. own.Texts.Select(one => $"{one}")];
        List<string> addresses =
        [
            .. DeclaredRoutes.Asked(scope, values),
            .. Searches.Select(search => search + Asked),
            $"/admin/audit?subject={partnershipId}", "/partnerships/overview?kind=coaching&handler=Csv", "/coaching/manage?show=All",
        ];
        addresses.Count.ShouldBeGreaterThan(1000);
        return addresses;
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
