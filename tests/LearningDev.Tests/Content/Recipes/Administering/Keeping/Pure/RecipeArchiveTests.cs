using System.IO.Compression;
using System.Text;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Administering;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Administering.Keeping.Pure;

[Requirement("CMS-05")]
public class RecipeArchiveTests
{
    private const string Recipe = """{ "name": "packed", "steps": [] }""";

    private static readonly RecipeSettings Settings = new() { ArchiveFiles = 5, UnpackedMegabytes = 1 };

    [Fact]
    public async Task Open_ArchiveOfARecipeAndFiles_FindsBothAndDeletesThemAfterwards()
    {
        string folder;
        using (var open = await OpenAsync(Zip(("Recipe.json", Recipe), ("pictures/a.jpg", "a picture"))))
        {
            open.Recipe.Name.ShouldBe("packed");
            var file = open.Recipe.FileBeside("pictures/a.jpg");
            (await File.ReadAllTextAsync(file)).ShouldBe("a picture");
            folder = Path.GetDirectoryName(open.Recipe.Path)!;
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Recipe.json")]
    [InlineData("recipe.json")]
    [InlineData("council.recipe.json")]
    public async Task Open_NameOfTheRecipe_IsKnown(string name)
    {
        using var open = await OpenAsync(Zip((name, Recipe)));

        open.Recipe.Name.ShouldBe("packed");
    }

    [Theory]
    [InlineData("../outside.jpg")]
    [InlineData("a/../../outside.jpg")]
    [InlineData("..\\outside.jpg")]
    [InlineData("/etc/outside.jpg")]
    [InlineData("C:/outside.jpg")]
    [InlineData("a//b.jpg")]
    [InlineData("./a.jpg")]
    [InlineData("a\nb.jpg")]
    public async Task Open_PathThatLeadsElsewhere_IsRefused(string path)
    {
        var before = Folders();

        (await Should.ThrowAsync<RecipeException>(() => OpenAsync(Zip(("Recipe.json", Recipe), (path, "x"))))).Message.ShouldStartWith("The archive has a file whose path is not accepted");

        Folders().ShouldBe(before);
    }

    [Fact]
    public async Task Open_TooManyFiles_IsRefused() =>
        (await Should.ThrowAsync<RecipeException>(() => OpenAsync(Zip([("Recipe.json", Recipe), .. Enumerable.Range(0, 5).Select(number => ($"{number}.jpg", "x"))]))))
            .Message.ShouldBe("The archive has more than 5 files.");

    [Fact]
    public async Task Open_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Zip(("Recipe.json", Recipe), ("a.jpg", new string('0', 600_000)), ("b.jpg", new string('0', 600_000)));
        bomb.Length.ShouldBeLessThan(10_000);

        (await Should.ThrowAsync<RecipeException>(() => OpenAsync(bomb))).Message.ShouldBe("Unpacked, the archive is larger than 1MB.");
    }

    [Fact]
    public async Task Open_SameFileTwice_IsRefused() =>
        (await Should.ThrowAsync<RecipeException>(() => OpenAsync(Zip(("Recipe.json", Recipe), ("a.jpg", "x"), ("a.jpg", "y"))))).Message.ShouldBe("The archive has the file a.jpg twice.");

    [Fact]
    public async Task Open_ArchiveWithoutRecipe_IsRefused() =>
        (await Should.ThrowAsync<RecipeException>(() => OpenAsync(Zip(("folder/Recipe.json", Recipe))))).Message.ShouldBe("The archive has no Recipe.json.");

    [Fact]
    public async Task Open_BrokenArchive_IsRefused()
    {
        var whole = Zip(("Recipe.json", Recipe), ("a.jpg", new string('x', 1000)));

        (await Should.ThrowAsync<RecipeException>(() => OpenAsync(whole[..(whole.Length / 2)]))).Message.ShouldBe("test.zip is not a zip archive that can be read.");
    }

    [Fact]
    public async Task Open_RecipeAlone_CanNameNoFileOfTheMachine()
    {
        using var open = await OpenAsync(Encoding.UTF8.GetBytes(Recipe), "alone.recipe.json");

        open.Recipe.Name.ShouldBe("packed");
        foreach (var path in (string[])["/etc/hostname", "../../etc/hostname", "appsettings.json", "alone.recipe.json"])
        {
            Should.Throw<RecipeException>(() => open.Recipe.FileBeside(path));
        }
    }

    [Fact]
    public async Task Open_NoRecipe_IsRefusedAndLeavesNoFolder()
    {
        var before = Folders();

        await Should.ThrowAsync<RecipeException>(() => OpenAsync("not json"u8.ToArray(), "x.recipe.json"));

        Folders().ShouldBe(before);
    }

    private static async Task<OpenRecipe> OpenAsync(byte[] bytes, string name = "test.zip") =>
        await new RecipeArchive(new RecipeLimits()).OpenAsync(bytes, name, Settings, CancellationToken.None);

    private static string[] Folders() => [.. Directory.GetDirectories(Path.GetTempPath(), "learningdev-recipe-*").Where(folder => File.Exists(Path.Combine(folder, "Recipe.json"))).Order()];

    private static byte[] Zip(params IEnumerable<(string Name, string Text)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
