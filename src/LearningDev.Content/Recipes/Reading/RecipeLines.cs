using System.Text.Json.Nodes;

namespace LearningDev.Content.Recipes.Reading;

/// <summary>On which line of its file each value of a recipe begins.</summary>
internal sealed class RecipeLines
{
    private readonly Dictionary<JsonNode, int> lines = new(ReferenceEqualityComparer.Instance);

    public void Set(JsonNode node, int line) => lines[node] = line;

    /// <summary>The line of a value, or of the nearest value around it whose line is known; 0 when none is.</summary>
    public int Of(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (lines.TryGetValue(node, out var line))
            {
                return line;
            }
        }

        return 0;
    }
}
