using System.Diagnostics;
using LearningDev.TestSupport.Postgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.TestSupport;

public class PostgresClusterTests
{
    [Fact]
    public async Task CreateDatabaseAsync_FromSealedTemplate_CopiesItsRows()
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.CreateDatabaseAsync("copied");
        await ScalarAsync(cluster, "copied", "CREATE TABLE thing AS SELECT g AS id FROM generate_series(1, 1000) g");
        await cluster.SealAsync("copied");

        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => cluster.CreateDatabaseAsync($"copy{number}", "copied")));

        (await ScalarAsync(cluster, "copy3", "SELECT count(*) FROM thing")).ShouldBe(1000L);
    }

    [Fact]
    public async Task SealAsync_OpenConnection_IsCutOffAndNoneIsLetIn()
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.CreateDatabaseAsync("sealed");
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("sealed"));
        await connection.OpenAsync();

        await cluster.SealAsync("sealed");

        await Should.ThrowAsync<PostgresException>(() => ScalarAsync(cluster, "sealed", "SELECT 1"));
        await cluster.CreateDatabaseAsync("unsealed", "sealed");
        (await ScalarAsync(cluster, "unsealed", "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task DropDatabaseAsync_InUse_IsGone()
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.CreateDatabaseAsync("dropped");
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("dropped"));
        await connection.OpenAsync();

        await cluster.DropDatabaseAsync("dropped");

        (await ScalarAsync(cluster, "postgres", "SELECT count(*) FROM pg_database WHERE datname = 'dropped'")).ShouldBe(0L);
    }

    [Fact]
    public async Task DropDatabaseAsync_NoSuchDatabase_IsNoError()
    {
        var cluster = await PostgresCluster.SharedAsync();

        await Should.NotThrowAsync(() => cluster.DropDatabaseAsync("never \"made\" 'ere"));
    }

    [Fact]
    public async Task CreateDatabaseAsync_NameTaken_Fails()
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.CreateDatabaseAsync("taken");

        (await Should.ThrowAsync<PostgresException>(() => cluster.CreateDatabaseAsync("taken"))).SqlState.ShouldBe(PostgresErrorCodes.DuplicateDatabase);
    }

    [Fact]
    public async Task DisposeAsync_Cluster_LeavesNothingBehind()
    {
        var cluster = await PostgresCluster.StartAsync();
        Directory.Exists(cluster.Folder).ShouldBeTrue();

        await cluster.DisposeAsync();

        Directory.Exists(cluster.Folder).ShouldBeFalse();
        Process.GetProcessesByName("postgres")
            .Where(process => File.Exists($"/proc/{process.Id}/cmdline"))
            .Select(process => File.ReadAllText($"/proc/{process.Id}/cmdline"))
            .ShouldNotContain(commandLine => commandLine.Contains(cluster.Folder, StringComparison.Ordinal));
    }

    private static async Task<object?> ScalarAsync(PostgresCluster cluster, string database, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
