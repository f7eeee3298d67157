namespace LearningDev.Platform.Data;

/// <summary>Which database the portal runs on; the configuration section "Database" (ADM-05).</summary>
public sealed class DatabaseOptions
{
    /// <summary>"Sqlite" (the embedded default) or "Postgres".</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The connection string. Empty means the SQLite file App_Data/learningdev.db below the content root.</summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>The database products that the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite: the embedded default.</summary>
    Sqlite,

    /// <summary>PostgreSQL: what a council runs in earnest.</summary>
    Postgres,
}
