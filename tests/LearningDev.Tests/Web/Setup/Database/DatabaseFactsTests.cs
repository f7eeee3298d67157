using LearningDev.TestSupport.Postgres;
using LearningDev.Web.Setup.Database;
using Npgsql;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Database;

public class DatabaseFactsTests
{
    [Fact]
    public async Task TryAsync_EmptyDatabase_CanBeUsed()
    {
        var trial = await WithDatabaseAsync("setup_empty", connection => DatabaseFacts.TryAsync(connection, CancellationToken.None));

        trial.Fault.ShouldBeNull();
        trial.IsEmpty.ShouldBeTrue();
        Version.Parse(trial.Version).Major.ShouldBeGreaterThanOrEqualTo(DatabaseFacts.OldestPostgres);
    }

    [Fact]
    public async Task TryAsync_DatabaseWithTables_SaysSo()
    {
        var trial = await WithDatabaseAsync("setup_used", async connection =>
        {
            await ExecuteAsync(connection, "CREATE TABLE anything (id int)");
            return await DatabaseFacts.TryAsync(connection, CancellationToken.None);
        });

        trial.Fault.ShouldBeNull();
        trial.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task TryAsync_NoSuchDatabase_SaysSo()
    {
        var cluster = await PostgresCluster.SharedAsync();

        var trial = await DatabaseFacts.TryAsync(cluster.ConnectionString("setup_missing"), CancellationToken.None);

        trial.Fault.ShouldBe("The server answers, but has no database of that name");
    }

    [Fact]
    public async Task TryAsync_AccountThatMayNotMakeTables_SaysSo()
    {
        var trial = await WithDatabaseAsync("setup_narrow", async connection =>
        {
            await ExecuteAsync(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC; DROP ROLE IF EXISTS setup_reader; CREATE ROLE setup_reader LOGIN;");
            var narrow = new NpgsqlConnectionStringBuilder(connection) { Username = "setup_reader" };
            return await DatabaseFacts.TryAsync(narrow.ConnectionString, CancellationToken.None);
        });

        trial.Fault.ShouldNotBeNull().ShouldBeOneOf("The account may not make tables in this database", "The server answers, but refuses the account or its password");
    }

    [Theory]
    [InlineData("Host=db;Password=secret;Database=x", "Host=db;Database=x")]
    [InlineData("Host=db;pwd=secret", "Host=db")]
    [InlineData("what is this", null)]
    public void WithoutPassword_AnySpelling_IsWithoutIt(string typed, string? expected) => DatabaseFacts.WithoutPassword(typed).ShouldBe(expected);

    private static async Task<DatabaseTrial> WithDatabaseAsync(string name, Func<string, Task<DatabaseTrial>> use)
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.CreateDatabaseAsync(name, null);
        try
        {
            return await use(cluster.ConnectionString(name));
        }
        finally
        {
            await cluster.DropDatabaseAsync(name);
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearPool(connection);
    }
}
