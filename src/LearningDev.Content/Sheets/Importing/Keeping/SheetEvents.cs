using LearningDev.Platform.Events;

namespace LearningDev.Content.Sheets.Importing.Keeping;

/// <summary>Somebody uploaded a file to import content from.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="ContentType">The name of the content type.</param>
public sealed record SheetUploaded(string Id, string FileName, long Length, string ContentType) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Import", Id, FileName);

    /// <inheritdoc />
    public string Summary => $"Uploaded {FileName} to import content";
}

/// <summary>Somebody has it found out what a file would change.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
public sealed record SheetChecked(string Id, string FileName) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Import", Id, FileName);

    /// <inheritdoc />
    public string Summary => $"Checked what the import of {FileName} would change";
}

/// <summary>Somebody has a file imported.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
public sealed record SheetImportBegun(string Id, string FileName) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Import", Id, FileName);

    /// <inheritdoc />
    public string Summary => $"Began the import of {FileName}";
}

/// <summary>A file was imported.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="ContentType">The name of the content type.</param>
/// <param name="Added">How many items were added.</param>
/// <param name="Changed">How many items were changed.</param>
/// <param name="Wrong">How many rows were left out because something is wrong with them.</param>
public sealed record SheetImported(string Id, string FileName, string ContentType, int Added, int Changed, int Wrong) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Import", Id, FileName);

    /// <inheritdoc />
    public string Summary => $"Imported {FileName}: {Added:#,0} added, {Changed:#,0} changed, {Wrong:#,0} left out because of errors";
}

/// <summary>Somebody gave up an import.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
public sealed record SheetDiscarded(string Id, string FileName) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Import", Id, FileName);

    /// <inheritdoc />
    public string Summary => $"Did not import {FileName}";
}
