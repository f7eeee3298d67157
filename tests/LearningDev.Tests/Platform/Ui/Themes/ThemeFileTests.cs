using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Themes;

/// <summary>What the build of the web project makes of the themes.</summary>
public sealed partial class ThemeFileTests
{
    private const int Kibibyte = 1024;

    public static TheoryData<string> Themes => ThemeColourTests.Themes;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> _cacheControl = new(ReadCacheControl);

    [Theory]
    [MemberData(nameof(Themes))]
    public void StyleSheet_EveryFileItNames_IsServedForGood(string id)
    {
        var files = Address().Matches(File.ReadAllText(Built(id, "theme.css"))).Select(match => match.Groups[1].Value).ToList();

        files.ShouldNotBeEmpty();
        files.Where(file => CacheControl($"themes/{id}/{file}") != "max-age=31536000, immutable").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void FirstVisit_StyleScriptFontAndPictures_AreSmall(string id)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Built(id, "theme.json")))!;

        Zipped(Built(id, "theme.css")).ShouldBeLessThan(25 * Kibibyte);
        Zipped(Built(id, "theme.js")).ShouldBeLessThan(15 * Kibibyte);
        new FileInfo(Built(id, (string)manifest["preload"]!)).Length.ShouldBeLessThan(45 * Kibibyte);
        Zipped(Built(id, (string)manifest["logo"]!)).ShouldBeLessThan(2 * Kibibyte);
        Zipped(Built(id, (string)manifest["favicon"]!)).ShouldBeLessThan(2 * Kibibyte);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void StyleSheet_WhatBelongsToGovernment_IsNotThere(string id) =>
        File.ReadAllText(Built(id, "theme.css")).ShouldSatisfyAllConditions(
            css => css.ShouldNotContain("GDS Transport"),
            css => css.ShouldNotContain("crest"),
            css => css.ShouldNotContain("crown"));

    private static string Built(string id, string file) =>
        RepositoryRoot.Combine(["src", "LearningDev.Web", "wwwroot", "themes", id, .. file.Split('/')]);

    private static long Zipped(string file)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return zipped.Length;
    }

    private static string? CacheControl(string route) => _cacheControl.Value.GetValueOrDefault(route);

    private static Dictionary<string, string> ReadCacheControl()
    {
        var manifest = Path.Combine(AppContext.BaseDirectory, "LearningDev.Web.staticwebassets.endpoints.json");
        return JsonNode.Parse(File.ReadAllText(manifest))!["Endpoints"]!.AsArray()
            .GroupBy(endpoint => (string)endpoint!["Route"]!)
            .ToDictionary(route => route.Key, route => route.First()!["ResponseHeaders"]!.AsArray()
                .Where(header => (string)header!["Name"]! == "Cache-Control")
                .Select(header => (string)header!["Value"]!)
                .FirstOrDefault(""));
    }

    [GeneratedRegex("""url\("?([^)"]+)"?\)""")]
    private static partial Regex Address();
}
