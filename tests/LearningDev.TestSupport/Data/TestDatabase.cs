namespace LearningDev.TestSupport.Data;

/// <summary>The database that the tests of this process run on; each test project names its own.</summary>
public static class TestDatabase
{
    /// <summary>True in the project that runs every test once more on PostgreSQL; otherwise they run on SQLite.</summary>
    public static bool IsPostgres => AppContext.GetData("LearningDev.TestDatabase") is "PostgreSQL";
}
