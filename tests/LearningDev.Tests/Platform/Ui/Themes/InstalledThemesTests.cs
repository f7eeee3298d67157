using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Themes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Themes;

public sealed class InstalledThemesTests
{
    private static readonly string _webRoot = RepositoryRoot.Combine("src", "LearningDev.Web", "wwwroot");

    [Fact]
    [Requirement("ADM-01")]
    public void All_ThemesOfTheBuild_AreListedByName() =>
        new InstalledThemes(new WebRoot(_webRoot)).All.Select(theme => theme.Name).ShouldBe(["Coast", "Council"]);

    [Theory]
    [InlineData("coast", "coast")]
    [InlineData("council", "council")]
    [InlineData("gone", "council")]
    [InlineData("", "council")]
    [Requirement("ADM-01")]
    public void Chosen_Setting_IsTheThemeOrTheDefault(string setting, string expected) =>
        new InstalledThemes(new WebRoot(_webRoot)).Chosen(new SiteSettings { Theme = setting }).Id.ShouldBe(expected);

    [Fact]
    public void All_ThemesWereNotBuilt_SaysWhatToDo() =>
        Should.Throw<InvalidOperationException>(() => new InstalledThemes(new WebRoot(AppContext.BaseDirectory)).All)
            .Message.ShouldContain("Build the web project");

    [Fact]
    public void PathOf_File_StandsInTheThemesFolder() =>
        new InstalledThemes(new WebRoot(_webRoot)).Default.PathOf("theme.css").ShouldBe("themes/council/theme.css");

    private sealed class WebRoot(string path) : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = path;

        public IFileProvider WebRootFileProvider { get; set; } = new PhysicalFileProvider(path);

        public string ApplicationName { get; set; } = "LearningDev.Web";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = path;

        public string EnvironmentName { get; set; } = "Test";
    }
}
