using LearningDev.TestSupport.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.TestSupport;

public class QueryCounterTests
{
    [Fact]
    public async Task Count_EveryKindOfCommand_IsCounted()
    {
        var counter = new QueryCounter();
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var database = new Things(new DbContextOptionsBuilder<Things>().UseSqlite(connection).AddInterceptors(counter).Options);
        await database.Database.EnsureCreatedAsync();
        counter.Restart();

        database.Add(new Thing { Name = "One" });
        await database.SaveChangesAsync();
        (await database.Set<Thing>().CountAsync()).ShouldBe(1);
        await database.Set<Thing>().ExecuteDeleteAsync();

        counter.Count.ShouldBe(3);
        counter.Commands[0].ShouldStartWith("INSERT");
        counter.Commands[2].ShouldStartWith("DELETE");
    }

    private sealed class Thing
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    private sealed class Things(DbContextOptions<Things> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Thing>();
    }
}
