using System.Text.Json.Nodes;

namespace LearningDev.Catalogue.Importing;

/// <summary>The JSON of an entry, part by part.</summary>
internal sealed class EntryJson(JsonObject content)
{
    public void Set(string part, JsonObject value) => content[part] = value;

    public void SetDefault(string part, JsonObject value)
    {
        if (content[part] is not JsonObject)
        {
            content[part] = value;
        }
    }

    public void Set(string part, string field, JsonObject value) => PartOf(part)[field] = value;

    public void SetDefault(string part, string field, JsonObject value)
    {
        if (PartOf(part)[field] is not JsonObject)
        {
            PartOf(part)[field] = value;
        }
    }

    private JsonObject PartOf(string name)
    {
        if (content[name] is not JsonObject part)
        {
            content[name] = part = [];
        }

        return part;
    }
}
