using System.Text.Json;
using System.Text.Json.Serialization;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Html;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend.Components;

/// <summary>
/// Reads a macro's options as Nunjucks takes them: a number or a boolean may stand for a text, and an item that is null, false or
/// empty is no item.
/// </summary>
internal static class MacroOptions
{
    private static readonly JsonSerializerOptions Nunjucks = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new TextConverter(),
            new HtmlConverter(),
            new EndSlotConverter(),
            new FalsyConverter<ChoiceItem>(),
            new FalsyConverter<DateInputItem>(),
            new FalsyConverter<SelectItem>(),
            new FalsyConverter<ServiceNavigationItem>(),
            new FalsyConverter<SummaryListRow>(),
            new FalsyConverter<TaskListItem>(),
            new FalsyConverter<IReadOnlyList<TableCell>>(),
            new PaginationItemConverter(),
        },
    };

    public static Component Read(JsonElement options, Type component) => (Component)options.Deserialize(component, Nunjucks)!;

    private static JsonSerializerOptions Without(JsonSerializerOptions options, JsonConverter converter)
    {
        var others = new JsonSerializerOptions(options);
        others.Converters.Remove(converter);
        return others;
    }

    private abstract class ReadingConverter<T> : JsonConverter<T>
    {
        public override bool HandleNull => true;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class TextConverter : ReadingConverter<string?>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => value.GetRawText(),
            };
        }
    }

    private sealed class HtmlConverter : ReadingConverter<IHtmlContent?>
    {
        public override IHtmlContent? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind is JsonValueKind.Null or JsonValueKind.False || value.GetString() is "" ? null : new HtmlString(value.GetString());
        }
    }

    private sealed class FalsyConverter<T> : ReadingConverter<T?>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value.Deserialize<T>(Without(options, this)) : null;
        }
    }

    /// <summary>An empty object is no page either.</summary>
    private sealed class PaginationItemConverter : ReadingConverter<PaginationItem?>
    {
        public override PaginationItem? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any() ? value.Deserialize<PaginationItem>(Without(options, this)) : null;
        }
    }

    /// <summary>The slot at the end of the service navigation is HTML, or an object with HTML in it.</summary>
    private sealed class EndSlotConverter : ReadingConverter<ServiceNavigationEnd?>
    {
        public override ServiceNavigationEnd? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind == JsonValueKind.String
                ? new ServiceNavigationEnd { Html = new HtmlString(value.GetString()) }
                : value.Deserialize<ServiceNavigationEnd>(Without(options, this));
        }
    }
}
