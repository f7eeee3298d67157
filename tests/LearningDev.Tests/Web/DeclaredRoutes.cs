using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Web;

/// <summary>Every route that the portal declares, with an address at which it is asked.</summary>
internal static partial class DeclaredRoutes
{
    /// <summary>The routes of a portal.</summary>
    public static IEnumerable<RouteEndpoint> Of(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct();

    /// <summary>An address of the route, with a sample for each of its parameters.</summary>
    public static string Address(RouteEndpoint route) => "/" + Parameter().Replace(route.RoutePattern.RawText!.TrimStart('/'), Sample);

    private static string Sample(Match parameter) =>
        parameter.Groups["constraint"].Value switch
        {
            var constraint when constraint.Contains("range(400", StringComparison.Ordinal) => "404",
            var constraint when constraint.Contains("int", StringComparison.Ordinal) || constraint.Contains("long", StringComparison.Ordinal) => "1",
            _ => "first-aid",
        };

    [GeneratedRegex("""\{\*{0,2}(?<name>\w+)(?<constraint>[^}]*)\}""")]
    private static partial Regex Parameter();
}
