using LearningDev.Content.Sheets.Files;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Importing.Keeping;

/// <summary>An import of a file, from the upload until some time after it was done; what is in it is for whoever uploaded it.</summary>
internal sealed class KeptSheet
{
    public const int NameLength = 200;

    public string Id { get; init; } = Identifiers.New();

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>That person's name, for the list that all editors see.</summary>
    public required string PersonName { get; init; }

    /// <summary>The name of the content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The name of the type that people read.</summary>
    public required string TypeName { get; init; }

    public required string FileName { get; init; }

    public required SheetForm Form { get; init; }

    /// <summary>The name of the sheet that is read; empty for CSV.</summary>
    public string Sheet { get; set; } = "";

    public KeptSheetState State { get; set; }

    /// <summary>How its columns are matched, as JSON of <see cref="SheetMatching"/>; null until somebody has matched them.</summary>
    public string? Matching { get; set; }

    public required DateTime KeptUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    /// <summary>When the work on it began that is being done now, or was done last.</summary>
    public DateTime BegunUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>When whoever works on it was last heard of.</summary>
    public DateTime AliveUtc { get; set; }

    /// <summary>How many rows the file has.</summary>
    public int Rows { get; set; }

    /// <summary>How many rows the work has been done on that is being done now, or was done last.</summary>
    public int Worked { get; set; }

    /// <summary>How many items it has added; 0 until it was done.</summary>
    public int Added { get; set; }

    /// <summary>How many items it has changed; 0 until it was done.</summary>
    public int Changed { get; set; }

    /// <summary>How many rows are wrong.</summary>
    public int Wrong { get; set; }

    /// <summary>Why the file cannot be checked or imported; empty when it can.</summary>
    public string Failure { get; set; } = "";

    public int Version { get; set; }

    /// <summary>True when nobody works any more on what is said to be worked on: the portal was stopped. Set by who reads the row.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>True while it is checked or imported.</summary>
    public bool IsWorkedOn => State is KeptSheetState.Checking or KeptSheetState.Running && !IsInterrupted;
}

/// <summary>How far an import is.</summary>
internal enum KeptSheetState
{
    /// <summary>Its columns are to be matched.</summary>
    Matching,

    /// <summary>It is being found out what becomes of each row.</summary>
    Checking,

    /// <summary>It is known what would become of each row, or why the file cannot be read.</summary>
    Checked,

    /// <summary>It is being imported.</summary>
    Running,

    /// <summary>It was imported.</summary>
    Done,
}

/// <summary>The bytes of a file, apart from the rest, so that they are read only when they are wanted.</summary>
internal sealed class KeptSheetFile
{
    public required string Id { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>What becomes, or became, of a row.</summary>
internal sealed class KeptSheetRow
{
    public const int TitleLength = 200;

    public required string SheetId { get; init; }

    /// <summary>The row's number in the file, from 1.</summary>
    public required int Number { get; init; }

    public RowOutcome Outcome { get; set; }

    /// <summary>True once an addition or a change has been made.</summary>
    public bool IsDone { get; set; }

    /// <summary>The item's id; empty when none is known.</summary>
    public string ItemId { get; set; } = "";

    /// <summary>The version that was looked at; empty for a new item.</summary>
    public string VersionId { get; set; } = "";

    public int Revision { get; set; }

    /// <summary>What people know the item by.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is wrong or is changed, as JSON of a list of <see cref="RowDetail"/>.</summary>
    public string Details { get; set; } = "[]";
}

/// <summary>What becomes of a row.</summary>
internal enum RowOutcome
{
    Add,
    Change,
    Unchanged,

    /// <summary>It is left alone, as was chosen.</summary>
    Skip,
    Wrong,
}

/// <summary>Something that is wrong with a row, or changed by it.</summary>
/// <param name="Column">The column as the file calls it; empty when it is about the whole row.</param>
/// <param name="Message">What is wrong; empty for a change.</param>
/// <param name="Before">What was there before a change.</param>
/// <param name="After">What is there after it.</param>
internal sealed record RowDetail(string Column, string Message, string Before = "", string After = "");

internal static class KeptSheetTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<KeptSheet>(entity =>
        {
            entity.ToTable("content_sheet");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(KeptSheet.NameLength);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.Property(row => row.TypeName).HasMaxLength(KeptSheet.NameLength);
            entity.Property(row => row.FileName).HasMaxLength(KeptSheet.NameLength);
            entity.Property(row => row.Sheet).HasMaxLength(KeptSheet.NameLength);
            entity.Property(row => row.Version).IsConcurrencyToken();
            entity.Ignore(row => row.IsInterrupted);
            entity.HasIndex(row => row.KeptUtc);
            entity.HasIndex(row => new { row.PersonId, row.ContentType, row.KeptUtc });
        });
        builder.Entity<KeptSheetFile>(entity =>
        {
            entity.ToTable("content_sheet_file");
            entity.HasKey(row => row.Id);
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.HasOne<KeptSheet>().WithOne().HasForeignKey<KeptSheetFile>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<KeptSheetRow>(entity =>
        {
            entity.ToTable("content_sheet_row");
            entity.HasKey(row => new { row.SheetId, row.Number });
            entity.Property(row => row.SheetId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.VersionId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Title).HasMaxLength(KeptSheetRow.TitleLength);
            entity.HasIndex(row => new { row.SheetId, row.Outcome, row.Number });
            entity.HasOne<KeptSheet>().WithMany().HasForeignKey(row => row.SheetId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
