using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Web;

/// <summary>Every route that the portal declares, with an address at which it is asked.</summary>
internal static partial class DeclaredRoutes
{
    private const string Word = "first-aid";

    /// <summary>The routes of a portal.</summary>
    public static IEnumerable<RouteEndpoint> Of(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct();

    /// <summary>An address of the route, with a sample for each of its parameters.</summary>
    public static string Address(RouteEndpoint route) => "/" + Parameter().Replace(route.RoutePattern.RawText!.TrimStart('/'), Sample);

    /// <summary>Every address that is asked with GET: each route with samples, and with each of the values in the place of its first parameter.</summary>
    /// <param name="scope">A scope of the portal.</param>
    /// <param name="values">Ids and slugs of what is there.</param>
    /// <param name="inner">Ids of what belongs to it, for the second parameter; none when it is left a sample.</param>
    public static IReadOnlyList<string> Addresses(AsyncServiceScope scope, IReadOnlyCollection<string> values, params IReadOnlyCollection<string> inner) =>
        [.. Of(scope).Where(IsAsked).SelectMany(route => Addresses(route, values, inner))];

    private static bool IsAsked(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET"))
        && !route.RoutePattern.RawText!.TrimStart('/').StartsWith("themes/", StringComparison.Ordinal) && !route.RoutePattern.RawText.Contains("sign-out", StringComparison.Ordinal);

    private static IEnumerable<string> Addresses(RouteEndpoint route, IReadOnlyCollection<string> values, IReadOnlyCollection<string> inner)
    {
        var sample = Address(route);
        yield return sample;
        if (route.RoutePattern.Parameters is not [{ Name: "id" or "slug" or "type" or "name" }, ..] || !sample.Contains(Word, StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var value in values)
        {
            var address = With(sample, value);
            yield return address;
            foreach (var part in address.Contains(Word, StringComparison.Ordinal) ? inner : [])
            {
                yield return With(address, part);
            }
        }
    }

    private static string With(string sample, string value)
    {
        var place = sample.IndexOf(Word, StringComparison.Ordinal);
        return sample[..place] + value + sample[(place + Word.Length)..];
    }

    private static string Sample(Match parameter) =>
        parameter.Groups["constraint"].Value switch
        {
            var constraint when constraint.Contains("range(400", StringComparison.Ordinal) => "404",
            var constraint when constraint.Contains("int", StringComparison.Ordinal) || constraint.Contains("long", StringComparison.Ordinal) => "1",
            _ => Word,
        };

    [GeneratedRegex("""\{\*{0,2}(?<name>\w+)(?<constraint>[^}]*)\}""")]
    private static partial Regex Parameter();
}
