using System.Data.Common;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Platform.Backups;

/// <summary>Commands of a restore: in its transaction, and as long as they take.</summary>
internal static class RestoreSql
{
#pragma warning disable CA2100 // The text is put together of the model's names, the migrations and this folder's own words.
    public static DbCommand Command(this PortalDb db, string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
#pragma warning restore CA2100

    public static async Task RunAsync(this PortalDb db, string sql, CancellationToken cancellation)
    {
        await using var command = db.Command(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
