using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Audit;

namespace LearningDev.Platform.Backups;

/// <summary>
/// Writes the values of a row as a JSON array and reads them, so that both databases write the same bytes for the same row: moments in UTC to the microsecond, numbers without
/// zeros at their end, bytes in base 64.
/// </summary>
internal static class BackupValues
{
    private const string Moment = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    public static void Write(Utf8JsonWriter json, DbDataReader row, int place, Type type)
    {
        if (row.IsDBNull(place))
        {
            json.WriteNullValue();
            return;
        }

        switch (Type.GetTypeCode(type))
        {
            case TypeCode.String:
                json.WriteStringValue(row.GetString(place));
                break;
            case TypeCode.Boolean:
                json.WriteBooleanValue(row.GetBoolean(place));
                break;
            case TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Byte:
                json.WriteNumberValue(row.GetInt64(place));
                break;
            case TypeCode.Double or TypeCode.Single:
                json.WriteNumberValue(row.GetDouble(place));
                break;
            case TypeCode.Decimal:
                json.WriteStringValue(row.GetDecimal(place).ToString("G29", CultureInfo.InvariantCulture));
                break;
            case TypeCode.DateTime:
                json.WriteStringValue(AuditEntry.ToMicroseconds(DateTime.SpecifyKind(row.GetDateTime(place), DateTimeKind.Utc)).ToString(Moment, CultureInfo.InvariantCulture));
                break;
            case var _ when type == typeof(byte[]):
                json.WriteBase64StringValue(row.GetFieldValue<byte[]>(place));
                break;
            case var _ when type == typeof(DateOnly):
                json.WriteStringValue(row.GetFieldValue<DateOnly>(place).ToString("O", CultureInfo.InvariantCulture));
                break;
            case var _ when type == typeof(TimeOnly):
                json.WriteStringValue(row.GetFieldValue<TimeOnly>(place).ToString("O", CultureInfo.InvariantCulture));
                break;
            case var _ when type == typeof(DateTimeOffset):
                json.WriteStringValue(AuditEntry.ToMicroseconds(row.GetFieldValue<DateTimeOffset>(place).UtcDateTime).ToString(Moment, CultureInfo.InvariantCulture));
                break;
            case var _ when type == typeof(JsonNode):
                json.WriteStringValue(Ordered(JsonNode.Parse(row.GetString(place)))?.ToJsonString());
                break;
            case var _ when type == typeof(Guid):
                json.WriteStringValue(row.GetGuid(place));
                break;
            default:
                throw new NotSupportedException($"Backups do not know values of the type {type.Name}.");
        }
    }

    public static object? Read(JsonElement value, Type type) => value.ValueKind == JsonValueKind.Null ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.String => value.GetString(),
        TypeCode.Boolean => value.GetBoolean(),
        TypeCode.Byte => value.GetByte(),
        TypeCode.Int16 => value.GetInt16(),
        TypeCode.Int32 => value.GetInt32(),
        TypeCode.Int64 => value.GetInt64(),
        TypeCode.Single => value.GetSingle(),
        TypeCode.Double => value.GetDouble(),
        TypeCode.Decimal => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        TypeCode.DateTime => Utc(value),
        _ when type == typeof(byte[]) => value.GetBytesFromBase64(),
        _ when type == typeof(DateOnly) => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        _ when type == typeof(TimeOnly) => TimeOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Utc(value)),
        _ when type == typeof(JsonNode) => value.GetString(),
        _ when type == typeof(Guid) => value.GetGuid(),
        _ => throw new NotSupportedException($"Backups do not know values of the type {type.Name}."),
    };

    // PostgreSQL keeps JSON in an order of its own.
    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Ordered(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    private static DateTime Utc(JsonElement value) => DateTime.ParseExact(
        value.GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
