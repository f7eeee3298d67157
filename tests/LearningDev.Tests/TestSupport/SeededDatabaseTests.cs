using System.Data.Common;
using LearningDev.TestSupport.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.TestSupport;

public class SeededDatabaseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CopyAsync_Twice_FillsOnceAndKeepsTheCopiesApart(bool postgres)
    {
        var filled = 0;
        var seeded = new SeededDatabase(postgres, async connectionString =>
        {
            filled++;
            if (!postgres)
            {
                await ScalarAsync(postgres, connectionString, "PRAGMA journal_mode = WAL");
            }

            await ScalarAsync(postgres, connectionString, "CREATE TABLE thing (name text)");
            await ScalarAsync(postgres, connectionString, "INSERT INTO thing VALUES ('first')");
        });

        await using var one = await seeded.CopyAsync();
        await using var other = await seeded.CopyAsync();
        await ScalarAsync(postgres, one.ConnectionString, "INSERT INTO thing VALUES ('second')");

        filled.ShouldBe(1);
        (await ScalarAsync(postgres, one.ConnectionString, "SELECT count(*) FROM thing")).ShouldBe(2L);
        (await ScalarAsync(postgres, other.ConnectionString, "SELECT count(*) FROM thing")).ShouldBe(1L);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DisposeAsync_Copy_IsGone(bool postgres)
    {
        var seeded = new SeededDatabase(postgres, connectionString => ScalarAsync(postgres, connectionString, "CREATE TABLE thing (name text)"));
        var copy = await seeded.CopyAsync();
        await ScalarAsync(postgres, copy.ConnectionString, "INSERT INTO thing VALUES ('first')");

        await copy.DisposeAsync();

        await Should.ThrowAsync<DbException>(() => ScalarAsync(postgres, copy.ConnectionString, "SELECT count(*) FROM thing"));
    }

    private static async Task<object?> ScalarAsync(bool postgres, string connectionString, string sql)
    {
        await using DbConnection connection = postgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement stands in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
