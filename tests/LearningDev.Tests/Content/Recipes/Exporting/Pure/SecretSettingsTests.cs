using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting.Pure;

[Requirement("CMS-05")]
public class SecretSettingsTests
{
    [Fact]
    public void Write_SectionWithSecrets_LeavesThemOutHoweverDeep()
    {
        var json = SecretSettings.Write(typeof(Section), """{ "Host": "mail.example", "Password": "hunter2", "Inner": { "Key": "hunter3", "Name": "n" }, "Many": [{ "Key": "hunter4" }] }""");

        json.ToJsonString().ShouldBe("""{"Host":"mail.example","Inner":{"Name":"n"},"Many":[{"Name":""}]}""");
    }

    [Fact]
    public void Write_SectionThatWasNeverSaved_HasItsDefaults() =>
        SecretSettings.Write(typeof(Section), saved: null).ToJsonString().ShouldBe("""{"Host":"localhost","Inner":{"Name":""},"Many":[]}""");

    private sealed class Section
    {
        public string Host { get; set; } = "localhost";

        [DataType(DataType.Password)]
        public string Password { get; set; } = "none";

        public Part Inner { get; set; } = new();

        public List<Part> Many { get; set; } = [];
    }

    private sealed class Part
    {
        [DataType(DataType.Password)]
        public string Key { get; set; } = "";

        public string Name { get; set; } = "";
    }
}
