using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Recipes;

/// <summary>What a database holds, table by table, so that two states can be compared.</summary>
internal static class Fingerprint
{
    /// <summary>For each table the number of its rows and a hash of them all; the audit only by what is no sign-in.</summary>
    public static async Task<string> FingerprintAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.OpenConnectionAsync();
        return await OfAsync(db.Database.GetDbConnection(), [.. db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order()]);
    }

    public static async Task<string> OfAsync(DbConnection connection, IReadOnlyList<string> tables)
    {
        var all = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the model's own.
            command.CommandText = $"SELECT * FROM \"{table}\"{(table == "audit_entry" ? " WHERE event NOT IN ('SignedIn', 'SignedOut')" : "")}";
#pragma warning restore CA2100
            List<string> rows = [];
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(SHA256.HashData(bytes)) : $"{reader.GetValue(column)}")));
            }

            rows.Sort(StringComparer.Ordinal);
            all.AppendLine(CultureInfo.InvariantCulture, $"{table}: {rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..12]}");
        }

        return all.ToString();
    }
}
