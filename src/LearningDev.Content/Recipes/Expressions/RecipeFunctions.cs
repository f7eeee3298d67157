using System.IO.Compression;
using System.Net;
using System.Text;
using LearningDev.Platform.Data;
using Microsoft.Extensions.Configuration;

namespace LearningDev.Content.Recipes.Expressions;

/// <summary>The functions that scripts of recipes may call, but for <c>variables</c>, which belongs to a recipe.</summary>
/// <param name="parameters">The values of <c>parameters('name')</c>.</param>
/// <param name="configuration">The host's configuration.</param>
/// <param name="limits">Which keys of it may be read, and how long texts may be.</param>
internal sealed class RecipeFunctions(IReadOnlyDictionary<string, string> parameters, IConfiguration configuration, RecipeLimits limits)
{
    private const int MostUnpackedBytes = 16 * 1024 * 1024;

    /// <summary>The names of all functions.</summary>
    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "uuid", "variables", "parameters", "configuration", "base64", "html", "gzip" };

    /// <summary>
    /// The id for a place in a recipe: in the form of Orchard Core's, and always the same for the same recipe and place, so that a recipe that
    /// is run again finds what it has made.
    /// </summary>
    public static string Uuid(Recipe recipe, string place) => Identifiers.From("recipe", recipe.Name, place);

    /// <summary>Calls a function other than uuid and variables.</summary>
    /// <exception cref="RecipeExpressionException">The function is not known, or cannot be called so.</exception>
    public string Call(string function, IReadOnlyList<string?> arguments)
    {
        var first = arguments.Count > 0 ? arguments[0] ?? "" : "";
        return function switch
        {
            "parameters" => parameters.GetValueOrDefault(first, ""),
            "configuration" => Configured(first, arguments.Count > 1 ? arguments[1] ?? "" : ""),
            "base64" => Encoding.UTF8.GetString(Bytes(first)),
            "html" => WebUtility.HtmlDecode(first),
            "gzip" => Unpacked(Bytes(first)),
            _ => throw new RecipeExpressionException($"There is no function {function}."),
        };
    }

    // A recipe may come from anywhere, and the configuration holds connection strings and passwords.
    private string Configured(string key, string otherwise) =>
        limits.Configuration.Contains(key, StringComparer.OrdinalIgnoreCase)
            ? configuration[key] ?? otherwise
            : throw new RecipeExpressionException($"The configuration \"{key}\" may not be read by recipes, because Recipes:Configuration does not list it.");

    private static byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException fault)
        {
            throw new RecipeExpressionException("The text is not base 64.", fault);
        }
    }

    private static string Unpacked(byte[] packed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (var read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > MostUnpackedBytes)
                {
                    throw new RecipeExpressionException($"The text has more than {MostUnpackedBytes / 1024 / 1024}MB when it is unpacked.");
                }
            }

            return Encoding.UTF8.GetString(unpacked.ToArray());
        }
        catch (InvalidDataException fault)
        {
            throw new RecipeExpressionException("The text is not packed by gzip.", fault);
        }
    }
}
