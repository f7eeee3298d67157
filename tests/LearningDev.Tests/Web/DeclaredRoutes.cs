using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Web;

/// <summary>Every route that the portal declares, with an address at which it is asked.</summary>
internal static partial class DeclaredRoutes
{
    private const string SampleName = "first-aid";

    /// <summary>The routes of a portal.</summary>
    public static IEnumerable<RouteEndpoint> Of(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct();

    /// <summary>An address of the route, with a sample for each of its parameters.</summary>
    public static string Address(RouteEndpoint route) => "/" + Parameter().Replace(route.RoutePattern.RawText!.TrimStart('/'), Sample);

    /// <summary>Every address that a browser can ask a portal for without sending a form: of each route with samples, and with values in the place of its first parameter.</summary>
    /// <param name="scope">A scope of the portal's services.</param>
    /// <param name="values">Ids and names of what is looked for.</param>
    public static IEnumerable<string> Asked(AsyncServiceScope scope, params string[] values) => Of(scope).Where(IsAsked).SelectMany(route => Addresses(route, values));

    // Files of the theme are no answers of the portal's; who signs out can ask no more.
    private static bool IsAsked(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET"))
        && !route.RoutePattern.RawText!.TrimStart('/').StartsWith("themes/", StringComparison.Ordinal) && !route.RoutePattern.RawText.Contains("sign-out", StringComparison.Ordinal);

    private static IEnumerable<string> Addresses(RouteEndpoint route, string[] values)
    {
        var address = Address(route);
        yield return address;
        var place = address.IndexOf(SampleName, StringComparison.Ordinal);
        if (place >= 0 && route.RoutePattern.Parameters is [{ Name: "id" or "slug" or "type" or "name" }, ..])
        {
            foreach (var value in values)
            {
                yield return address[..place] + value + address[(place + SampleName.Length)..];
            }
        }
    }

    private static string Sample(Match parameter) =>
        parameter.Groups["constraint"].Value switch
        {
            var constraint when constraint.Contains("range(400", StringComparison.Ordinal) => "404",
            var constraint when constraint.Contains("int", StringComparison.Ordinal) || constraint.Contains("long", StringComparison.Ordinal) => "1",
            _ => SampleName,
        };

    [GeneratedRegex("""\{\*{0,2}(?<name>\w+)(?<constraint>[^}]*)\}""")]
    private static partial Regex Parameter();
}
