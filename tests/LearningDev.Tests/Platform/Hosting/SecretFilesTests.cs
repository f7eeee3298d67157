using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting;

[Requirement("ADM-05")]
public class SecretFilesTests(SecretFilesTests.PortalWithSecrets portal) : IClassFixture<SecretFilesTests.PortalWithSecrets>
{
    private const string Password = "kept-in-a-file-of-its-own";

    [Fact]
    public async Task SignIn_AccountOfAFileForEachSecret_IsThere()
    {
        using var client = portal.SignedOut();

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/sign-in")).Form("/sign-in"), ("UserName", "it.admin"), ("Password", Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>User name and email address come from the folder of secrets; the password from a file that a setting names.</summary>
    public sealed class PortalWithSecrets : PortalHost
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-secrets-");

        protected override string Environment => "Production";

        public override async Task InitializeAsync()
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Setup__Administrator__UserName"), "it.admin\n");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Setup__Administrator__Email"), "it.admin@council.example");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ignore.password"), Password + "\n");
            await base.InitializeAsync();
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            folder.Delete(recursive: true);
        }

        protected override Task<DatabaseCopy> MakeDatabaseAsync() => EmptyDatabaseAsync();

        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["Secrets:Folder"] = folder.FullName;
            settings["Setup:Administrator:PasswordFile"] = Path.Combine(folder.FullName, "ignore.password");
        }
    }
}
