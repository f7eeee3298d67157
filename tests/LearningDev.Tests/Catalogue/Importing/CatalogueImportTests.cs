using LearningDev.Catalogue.Importing;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing;

[Requirement("CAT-03")]
public class CatalogueImportTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Import_ManyRows_AsksTheDatabaseFarLessThanOnceForEachQuestion()
    {
        portal.Queries.Restart();
        await portal.ImportAsync(Rows("few", 20), Options("few"), _ => { });
        var few = portal.Queries.Count;
        portal.Queries.Restart();
        await portal.ImportAsync(Rows("many", 120), Options("many"), _ => { });
        var each = (portal.Queries.Count - few) / 100.0;

        // What is left is what the search index and the rows themselves need; 25 when each row was published by itself.
        each.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Import_ThousandsOfOneTitle_GivesEachItsAddress()
    {
        const int Count = 1200;
        var file = new CatalogueFile("rows", [.. Enumerable.Range(1, Count).Select(number => Row($"t{number}", "Tautology"))], []);

        (await portal.ImportAsync(file, Options("tautologies"), _ => { }))[RowOutcome.Added].ShouldBe(Count);

        await using var scope = portal.Scope();
        var paths = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentRoute>()
            .Where(route => route.Path.StartsWith("catalogue/tautology")).Select(route => route.Path).ToHashSetAsync();
        paths.Count.ShouldBe(Count);
        paths.ShouldContain("catalogue/tautology");
        paths.ShouldContain($"catalogue/tautology-{Count}");
    }

    [Fact]
    public async Task Import_Stopped_HasWrittenWholeBatchesAndGoesOnWhenRunAgain()
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => portal.ImportAsync(Rows("stopped", 450), Options("stopped"), row =>
        {
            if (row.Row.Place == "row 200")
            {
                stop.Cancel();
            }
        }, stop.Token));
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().CountAsync(row => row.Published && row.Author == "Import of stopped")).ShouldBe(200);

        var result = await portal.ImportAsync(Rows("stopped", 450), Options("stopped"), _ => { });

        result[RowOutcome.Unchanged].ShouldBe(200);
        result[RowOutcome.Added].ShouldBe(250);
    }

    [Fact]
    public async Task Import_ForRoles_TakesThoseOfThePortalAndNamesOneThatThereIsNot()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync("First aider", "", [], PermissionBehavior.Replace);
        }

        var (known, unknown) = (Row("for-aiders", "For first aiders"), Row("for-ghosts", "For ghosts"));
        known.Add(RowField.Roles, "first aider", "roles");
        unknown.Add(RowField.Roles, "Ghost", "roles");

        List<RowResult> told = [];
        await portal.ImportAsync(new CatalogueFile("rows", [known, unknown], []), Options("roles"), told.Add);

        told.ConvertAll(result => result.Outcome).ShouldBe([RowOutcome.Added, RowOutcome.Refused]);
        told[1].Notes.ShouldContain(note => note.Message.Contains("“Ghost” is not one of the choices") && note.Message.Contains("“First aider”"));
        await using var after = portal.Scope();
        var titles = after.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>();
        var row = await titles.SingleAsync(item => item.Published && item.DisplayText == "For first aiders");
        row.ToItem().As<VisibilityPart>().Roles.Values.ShouldBe(["First aider"]);
    }

    private static ImportOptions Options(string source) => new() { Source = source };

    private static CatalogueFile Rows(string name, int count) =>
        new("rows", [.. Enumerable.Range(1, count).Select(number => Row($"{name}{number}", $"{name} number {number}", $"row {number}"))], []);

    private static CatalogueRow Row(string key, string title, string? place = null)
    {
        var row = new CatalogueRow(place ?? key);
        row.Add(RowField.Key, key, "key");
        row.Add(RowField.Title, title, "title");
        return row;
    }
}
