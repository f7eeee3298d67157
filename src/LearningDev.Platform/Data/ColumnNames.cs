using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Data;

/// <summary>Names columns in lower case with underscores, which PostgreSQL needs no quotes for.</summary>
internal static partial class ColumnNames
{
    public static void UseSnakeCase(ModelBuilder builder)
    {
        // What is kept as JSON has no columns of its own.
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    internal static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
