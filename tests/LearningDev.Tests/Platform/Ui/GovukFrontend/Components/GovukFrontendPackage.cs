using System.Text.Json;
using LearningDev.TestSupport.Machine;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend.Components;

/// <summary>The fixtures of the npm package that the themes are built on.</summary>
internal static class GovukFrontendPackage
{
    // xunit asks for a theory's data synchronously.
    private static readonly Lazy<string> Modules = new(() => NodePackages.EnsureAsync(RepositoryRoot.Combine("themes")).GetAwaiter().GetResult());

    /// <summary>All fixtures of a component, hidden ones too.</summary>
    public static IReadOnlyList<Fixture> Fixtures(string component)
    {
        using var file = File.OpenRead(Path.Combine(Modules.Value, "govuk-frontend", "dist", "govuk", "components", component, "fixtures.json"));
        return JsonSerializer.Deserialize<FixtureFile>(file, JsonSerializerOptions.Web)!.Fixtures;
    }

    private sealed record FixtureFile(IReadOnlyList<Fixture> Fixtures);
}

/// <summary>One example of a component: the macro's options and the HTML that the macro makes of them.</summary>
internal sealed record Fixture(string Name, JsonElement Options, string Html);
