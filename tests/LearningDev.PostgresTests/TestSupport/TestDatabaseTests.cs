using LearningDev.TestSupport.Data;
using Shouldly;
using Xunit;

namespace LearningDev.PostgresTests.TestSupport;

public class TestDatabaseTests
{
    [Fact]
    public void IsPostgres_InThisProject_IsTrue() => TestDatabase.IsPostgres.ShouldBeTrue();
}
