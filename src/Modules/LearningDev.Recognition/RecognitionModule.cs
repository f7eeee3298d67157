using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Recognition.Celebrating;
using LearningDev.Recognition.Digest;
using LearningDev.Recognition.Home;
using LearningDev.Recognition.KeepingOff;
using LearningDev.Recognition.Moderating;
using LearningDev.Recognition.Reporting;
using LearningDev.Recognition.TakingDown;
using LearningDev.Recognition.Wall;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Recognition;

/// <summary>The recognition wall (REC-01): people celebrate what a colleague has learned.</summary>
public sealed class RecognitionModule : IModule
{
    internal static readonly Permission ModerateRecognition = new("ModerateRecognition", "Moderate the recognition wall and make its digest for the newsletter");

    internal static readonly Permission ViewRecognition = new("ViewRecognition", "See the recognition wall and celebrate colleagues", ModerateRecognition);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Recognition", "Recognition", "A wall on which people celebrate what a colleague has learned.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<RecognitionWall>();
        module.Services.AddScoped<CelebrationWriter>();
        module.Services.AddScoped<CelebrationLetters>();
        module.Services.AddScoped<OwnCelebrations>();
        module.Services.AddScoped<CelebrationReporting>();
        module.Services.AddScoped<WallModeration>();
        module.Services.AddScoped<WallDigest>();
        module.Services.AddScoped<WallChoice>();
        module
            .Permissions(ViewRecognition, ModerateRecognition)
            .Settings<RecognitionSettings>("Recognition", "What is read before it is on the wall, and how much one person can write.")
            .Tables(RecognitionTables.Map)
            .Menu(new MenuEntry("Recognition", RecognitionLinks.Wall, 120, ViewRecognition.Name))
            .Notification(CelebrationLetters.Kind)
            .Panel<HomeWallPanel>(PanelPlaces.Home, 70);
    }
}
