using System.Diagnostics;
using System.Text.Json;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend.Components;

/// <summary>The fixtures of the npm package that the themes are built on.</summary>
internal static class GovukFrontendPackage
{
    private static readonly Lazy<string> _components = new(() => Path.Combine(Installed(), "dist", "govuk", "components"));

    /// <summary>All fixtures of a component, hidden ones too.</summary>
    public static IReadOnlyList<Fixture> Fixtures(string component)
    {
        using var file = File.OpenRead(Path.Combine(_components.Value, component, "fixtures.json"));
        return JsonSerializer.Deserialize<FixtureFile>(file, JsonSerializerOptions.Web)!.Fixtures;
    }

    private static string Installed()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "LearningDev.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        var themes = Path.Combine(root.FullName, "themes");
        var package = Path.Combine(themes, "node_modules", "govuk-frontend");
        if (!Directory.Exists(package))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = themes })!;
            npm.WaitForExit();
        }

        return package;
    }

    private sealed record FixtureFile(IReadOnlyList<Fixture> Fixtures);
}

/// <summary>One example of a component: the macro's options and the HTML that the macro makes of them.</summary>
internal sealed record Fixture(string Name, JsonElement Options, string Html);
