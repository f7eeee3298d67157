using FsCheck.Fluent;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit.Chain;

[Requirement("ADM-03")]
public sealed class AuditVerifierTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public async Task InitializeAsync()
    {
        portal = await AuditedPortal.StartAsync();
        await portal.TellAsync(Enumerable.Range(1, 8).Select(number => new Told($"thing {number}, naïvely \"quoted\" 😀")));
    }

    public Task DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Verify_DemonstrationCouncil_IsSoundToItsHead()
    {
        var result = await portal.VerifyAsync();

        result.Fault.ShouldBeNull();
        result.Rows.ShouldBe((await portal.RowsAsync()).Count);
        result.Chain.Head.ToString().ShouldBe((await portal.HeadAsync()).ToString());
    }

    [Fact]
    public async Task Verify_OneByteOfAnyColumnChanged_NamesTheRow()
    {
        var rows = await portal.RowsAsync();
        string[] columns =
            ["occurred_utc", "person_id", "person_name", "event", "subject_kind", "subject_id", "subject_name", "summary", "data", "changes", "reason", "hash"];
        var spoils =
            from column in Gen.Elements(columns)
            from row in Gen.Elements(rows.TakeLast(20).ToArray())
            from place in Gen.Choose(0, 1000)
            select (column, row.Id, place);

        foreach (var (column, id, place) in spoils.Sample(40, 60).Append(("person_id", rows[^1].Id, 0)))
        {
            var restore = await SpoilByteAsync(column, id, place);

            (await portal.VerifyAsync()).Fault.ShouldNotBeNull($"{column} of row {id} at {place}");
            await restore();
        }

        (await portal.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Verify_ChangedRow_IsTheOneNamed()
    {
        var row = (await portal.RowsAsync())[^3];
        await portal.SpoilAsync($"UPDATE audit_entry SET reason = 'Another' WHERE id = {row.Id}");

        (await portal.VerifyAsync()).Fault.ShouldStartWith($"Row {row.Id} (Told thing 6");
    }

    [Fact]
    public async Task Verify_RemovedRow_IsFound()
    {
        var id = (await portal.RowsAsync())[^3].Id;
        await portal.SpoilAsync($"DELETE FROM audit_entry WHERE id = {id}");

        (await portal.VerifyAsync()).Fault.ShouldBe(
            $"Row {id + 1} (Told thing 7, naïvely \"quoted\" 😀, {await MomentAsync(id + 1)}): it does not follow row {id - 1}. It was changed, or rows between the two were removed.");
    }

    [Fact]
    public async Task Verify_FirstOrNewestRowRemoved_IsFound()
    {
        var rows = await portal.RowsAsync();
        await portal.SpoilAsync($"DELETE FROM audit_entry WHERE id = {rows[^1].Id}");
        (await portal.VerifyAsync()).Fault.ShouldBe($"The newest 1 rows are missing: the chain must end with row {rows[^1].Id}, and ends with row {rows[^2].Id}.");

        await portal.SpoilAsync($"DELETE FROM audit_entry WHERE id = {rows[0].Id}");
        (await portal.VerifyAsync()).Fault.ShouldStartWith($"Row {rows[1].Id} ");
    }

    [Fact]
    public async Task Verify_SwappedRows_AreFound()
    {
        var id = (await portal.RowsAsync())[^3].Id;
        await portal.SpoilAsync($"UPDATE audit_entry SET id = -1 WHERE id = {id}");
        await portal.SpoilAsync($"UPDATE audit_entry SET id = {id} WHERE id = {id + 1}");
        await portal.SpoilAsync($"UPDATE audit_entry SET id = {id + 1} WHERE id = -1");

        (await portal.VerifyAsync()).Fault.ShouldStartWith($"Row {id} (Told thing 7");
    }

    [Fact]
    public async Task Verify_RowPutIn_IsFound()
    {
        var last = (await portal.RowsAsync())[^1].Id;
        await portal.SpoilAsync(
            $"""
            INSERT INTO audit_entry (id, occurred_utc, person_name, event, subject_kind, subject_id, subject_name, summary, data, hash)
            SELECT {last + 1}, occurred_utc, person_name, event, subject_kind, subject_id, subject_name, 'Forged', data, hash FROM audit_entry WHERE id = {last}
            """);

        (await portal.VerifyAsync()).Fault.ShouldStartWith($"Row {last + 1} (Forged");
    }

    [Fact]
    public async Task Verify_EverythingWrittenAnew_IsFoundByAHeadKeptElsewhere()
    {
        var kept = await portal.HeadAsync();
        await portal.TellAsync(new Told("later"));
        (await portal.VerifyAsync(kept)).Fault.ShouldBeNull();
        var id = (await portal.RowsAsync())[^3].Id;
        await portal.SpoilAsync($"UPDATE audit_entry SET summary = 'Nothing of note' WHERE id = {id}");
        await portal.SpoilAsync("DELETE FROM audit_chain");
        await using (var scope = portal.Scope())
        {
            await AuditChain.BeginAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), CancellationToken.None);
        }

        (await portal.VerifyAsync()).Fault.ShouldBeNull();
        (await portal.VerifyAsync(kept)).Fault!.ShouldContain("It was written anew.");
    }

    [Fact]
    public async Task Verify_HeadOfMoreRowsThanThereAre_IsFound()
    {
        var head = await portal.HeadAsync();

        (await portal.VerifyAsync(head with { Count = head.Count + 5 })).Fault!.ShouldContain("The head given is of");
    }

    [Fact]
    public async Task Verify_RowEmptiedTooSoon_IsFound()
    {
        var row = (await portal.RowsAsync())[^1];
        var hash = Convert.ToHexString(AuditHash.OfDetails(row));
        await portal.SpoilAsync(
            $$"""
            UPDATE audit_entry SET details_hash = {{(TestDatabase.IsPostgres ? $"decode('{hash}', 'hex')" : $"X'{hash}'")}}, person_name = '', subject_kind = '', subject_id = '',
                subject_name = '', summary = '', data = '{{"{{}}"}}', changes = '[]', reason = '' WHERE id = {{row.Id}}
            """);

        (await portal.VerifyAsync()).Fault!.ShouldContain("its details have been removed");
    }

    private async Task<Func<Task>> SpoilByteAsync(string column, long id, int place)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
#pragma warning disable EF1002 // The words are this test's own.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS spoilt");
        await db.Database.ExecuteSqlRawAsync($"CREATE TABLE spoilt AS SELECT {column} AS was FROM audit_entry WHERE id = {id}");
        var changed = (column, TestDatabase.IsPostgres) switch
        {
            ("occurred_utc", true) => $"{column} + interval '1 microsecond'",
            ("hash", true) => $"set_byte({column}, {place % AuditHash.Size}, (get_byte({column}, {place % AuditHash.Size}) + 1) % 256)",
            ("hash", false) => $"unhex(substr(hex({column}), 1, {place % AuditHash.Size * 2}) || CASE substr(hex({column}), {(place % AuditHash.Size * 2) + 1}, 2) WHEN '00' THEN '01' ELSE '00' END || substr(hex({column}), {(place % AuditHash.Size * 2) + 3}))",
            // One character becomes another; where there is none, one is put in.
            _ => $"""
                CASE WHEN {column} IS NULL OR {column} = '' THEN 'x' ELSE
                    substr({column}, 1, {place} % length({column})) || CASE substr({column}, {place} % length({column}) + 1, 1) WHEN 'x' THEN 'y' ELSE 'x' END
                    || substr({column}, {place} % length({column}) + 2) END
                """,
        };
        (await db.Database.ExecuteSqlRawAsync($"UPDATE audit_entry SET {column} = {changed} WHERE id = {id}")).ShouldBe(1);
#pragma warning restore EF1002
        return () => portal.SpoilAsync($"UPDATE audit_entry SET {column} = (SELECT was FROM spoilt) WHERE id = {id}");
    }

    private async Task<string> MomentAsync(long id)
    {
        await using var scope = portal.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.SingleAsync(row => row.Id == id);
        return await scope.ServiceProvider.GetRequiredService<LearningDev.Platform.Ui.DateWords>().MomentAsync(row.OccurredUtc);
    }
}
