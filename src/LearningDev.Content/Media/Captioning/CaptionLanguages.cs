namespace LearningDev.Content.Media.Captioning;

/// <summary>The languages that captions can be in, by their tags of BCP 47: those of the nations, and those that councils most often translate into.</summary>
internal static class CaptionLanguages
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("en", "English"), ("cy", "Cymraeg (Welsh)"), ("gd", "Gàidhlig (Scottish Gaelic)"), ("ga", "Gaeilge (Irish)"), ("ar", "العربية (Arabic)"), ("bn", "বাংলা (Bengali)"),
        ("fa", "فارسی (Persian)"), ("fr", "Français (French)"), ("gu", "ગુજરાતી (Gujarati)"), ("pa", "ਪੰਜਾਬੀ (Punjabi)"), ("pl", "Polski (Polish)"),
        ("pt", "Português (Portuguese)"), ("ro", "Română (Romanian)"), ("so", "Soomaali (Somali)"), ("tr", "Türkçe (Turkish)"), ("uk", "Українська (Ukrainian)"),
        ("ur", "اردو (Urdu)"),
    ];

    public static string Codes { get; } = string.Join(", ", All.Select(language => language.Code));

    public static bool IsKnown(string code) => All.Any(language => language.Code == code);

    public static string NameOf(string code) => All.FirstOrDefault(language => language.Code == code).Name ?? code;
}
