namespace LearningDev.Content.Sheets;

/// <summary>The addresses of the editors' pages for sheets.</summary>
public static class SheetLinks
{
    /// <summary>The imports, and the beginning of one.</summary>
    public const string Imports = "/content/import";

    /// <summary>The file of an import.</summary>
    public const string NewImport = "/content/import/new";

    /// <summary>The empty sheet of a type.</summary>
    public const string Template = "/content/import/template";

    /// <summary>The choice of what is exported.</summary>
    public const string Export = "/content/export";

    internal static string New(string contentType) => $"{NewImport}?type={Uri.EscapeDataString(contentType)}";

    internal static string TemplateOf(string contentType, string form) => $"{Template}/{Uri.EscapeDataString(contentType)}?form={form}";

    internal static string Import(string id) => $"{Imports}/{id}";

    internal static string Columns(string id) => $"{Imports}/{id}/columns";

    internal static string Mend(string id) => $"{Imports}/{id}/wrong-rows";

    internal static string ExportOf(string contentType) => $"{Export}?type={Uri.EscapeDataString(contentType)}";
}
