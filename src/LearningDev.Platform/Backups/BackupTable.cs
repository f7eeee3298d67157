using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LearningDev.Platform.Backups;

/// <summary>A table of the portal, as backups see it: the same on both databases.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns, in the order in which a row holds them.</param>
/// <param name="Key">The columns of the primary key, by which rows are ordered.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The tables of the model that are in backups, by name.</summary>
    public static IReadOnlyList<BackupTable> Of(PortalDb db, IReadOnlyCollection<IDerivedTables> derived) => Of(db.Model, derived);

    /// <summary>
    /// All tables and columns that models which followed each other had, each as the last of them had it. Migrations that were made side by side do not know of each other.
    /// </summary>
    public static IReadOnlyList<BackupTable> OfLater(IReadOnlyList<IModel> models, IReadOnlyCollection<IDerivedTables> derived) =>
    [
        .. models.Reverse().SelectMany(model => Of(model, derived)).GroupBy(table => table.Name)
            .Select(tables => tables.First() with { Columns = [.. tables.SelectMany(table => table.Columns).DistinctBy(column => column.Name)] }),
    ];

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IReadOnlyList<BackupTable> Of(IModel model, IReadOnlyCollection<IDerivedTables> derived) =>
    [
        .. from table in model.GetRelationalModel().Tables
           where !derived.Any(one => one.Has(table.Name))
           orderby table.Name
           select new BackupTable(
               table.Name,
               [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(ColumnOf)],
               [.. table.PrimaryKey!.Columns.Select(column => column.Name)]),
    ];

    private static BackupColumn ColumnOf(IColumn column)
    {
        // What is kept as JSON has properties, but the column as a whole has none.
        if (column.PropertyMappings.Count == 0)
        {
            return new BackupColumn(column.Name, typeof(JsonNode), column.StoreType);
        }

        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        var store = column.StoreType.IndexOf('(', StringComparison.Ordinal) is var bracket and >= 0 ? column.StoreType[..bracket].TrimEnd() : column.StoreType;
        return new BackupColumn(column.Name, Nullable.GetUnderlyingType(type) ?? type, store);
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The type of its values in .NET.</param>
/// <param name="StoreType">Its type in this database, without lengths.</param>
internal sealed record BackupColumn(string Name, Type Type, string StoreType);
