using System.Text.Encodings.Web;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend.Components;

public sealed class FixtureTests
{
    private static readonly Dictionary<string, Type> ComponentsByName = new()
    {
        ["back-link"] = typeof(BackLink),
        ["breadcrumbs"] = typeof(Breadcrumbs),
        ["button"] = typeof(Button),
        ["character-count"] = typeof(CharacterCount),
        ["checkboxes"] = typeof(Checkboxes),
        ["date-input"] = typeof(DateInput),
        ["details"] = typeof(Details),
        ["error-message"] = typeof(ErrorMessage),
        ["error-summary"] = typeof(ErrorSummary),
        ["fieldset"] = typeof(Fieldset),
        ["file-upload"] = typeof(FileUpload),
        ["hint"] = typeof(Hint),
        ["input"] = typeof(Input),
        ["inset-text"] = typeof(InsetText),
        ["label"] = typeof(Label),
        ["notification-banner"] = typeof(NotificationBanner),
        ["pagination"] = typeof(Pagination),
        ["panel"] = typeof(Panel),
        ["password-input"] = typeof(PasswordInput),
        ["phase-banner"] = typeof(PhaseBanner),
        ["radios"] = typeof(Radios),
        ["select"] = typeof(Select),
        ["service-navigation"] = typeof(ServiceNavigation),
        ["skip-link"] = typeof(SkipLink),
        ["summary-list"] = typeof(SummaryList),
        ["table"] = typeof(Table),
        ["tag"] = typeof(Tag),
        ["task-list"] = typeof(TaskList),
        ["textarea"] = typeof(Textarea),
        ["warning-text"] = typeof(WarningText),
    };

    public static TheoryData<string, string> AllFixtures()
    {
        var all = new TheoryData<string, string>();
        foreach (var component in ComponentsByName.Keys)
        {
            foreach (var fixture in GovukFrontendPackage.Fixtures(component))
            {
                all.Add(component, fixture.Name);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(AllFixtures))]
    public void Render_FixtureOfThePackage_IsWhatThePackageRenders(string component, string name)
    {
        var fixture = GovukFrontendPackage.Fixtures(component).Single(fixture => fixture.Name == name);

        using var html = new StringWriter();
        MacroOptions.Read(fixture.Options, ComponentsByName[component]).WriteTo(html, HtmlEncoder.Default);

        NormalisedHtml.Of(html.ToString()).ShouldBe(NormalisedHtml.Of(fixture.Html));
    }
}
