using LearningDev.Content.Search.Evidence;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Index;

/// <summary>
/// The tables of the search index. Beside them each database has its own full-text structure, made by the migrations: the FTS5 table
/// search_text on SQLite; the column search_document.vector and the table search_posting on PostgreSQL.
/// </summary>
internal static class SearchTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SearchDocumentRow>(entity =>
        {
            entity.ToTable("search_document");
            entity.Property(row => row.Collection).HasMaxLength(40);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.HasIndex(row => row.ContentItemId).IsUnique();
            entity.HasIndex(row => row.Version);
            entity.HasMany(row => row.Facets).WithOne().HasForeignKey(facet => facet.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SearchFacetRow>(entity =>
        {
            entity.ToTable("search_facet");
            entity.HasKey(row => new { row.DocumentId, row.Facet, row.Value });
            entity.Property(row => row.Facet).HasMaxLength(40);
            entity.Property(row => row.Value).HasMaxLength(100);
        });
        builder.Entity<SearchWordRow>(entity =>
        {
            entity.ToTable("search_word");
            entity.HasKey(row => new { row.Word, row.Role });
            entity.Property(row => row.Word).HasMaxLength(SearchWords.MaximumLength);
            entity.Property(row => row.Role).HasMaxLength(100);
            entity.HasIndex(row => row.Version);
        });
        builder.Entity<SearchStateRow>(entity => entity.ToTable("search_state"));
        builder.Entity<SearchEvidenceRow>(entity =>
        {
            entity.ToTable("search_evidence");
            entity.HasKey(row => new { row.Collection, row.Day, row.Text });
            entity.Property(row => row.Collection).HasMaxLength(40);
            entity.Property(row => row.Text).HasMaxLength(SearchEvidenceRow.MaximumLength);
        });
    }
}

internal sealed class SearchDocumentRow
{
    public long Id { get; init; }

    public required string Collection { get; init; }

    public required string ContentItemId { get; init; }

    public string ContentType { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string Keywords { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTime PublishedUtc { get; private set; }

    /// <summary>What results are sorted by as their length, in minutes; null when it is not known.</summary>
    public int? Minutes { get; private set; }

    /// <summary>How many words the document has: long documents need more of a word to be about it.</summary>
    public int WordCount { get; set; }

    /// <summary>The version of the index in which the document was last written.</summary>
    public long Version { get; set; }

    public List<SearchFacetRow> Facets { get; } = [];

    public void Take(SearchDocument document)
    {
        ContentType = document.ContentType;
        Title = document.Title;
        Url = document.Url;
        Keywords = document.Keywords;
        Summary = document.Summary;
        Body = document.Body;
        PublishedUtc = document.PublishedUtc;
        Minutes = document.Minutes;
    }
}

/// <summary>A facet value of a document. The facet "role" holds the roles that may see a restricted document.</summary>
internal sealed class SearchFacetRow
{
    public long DocumentId { get; init; }

    public required string Facet { get; init; }

    public required string Value { get; init; }
}

/// <summary>
/// A word with the number of documents that have it: what spelling is mended by. The words of documents that everyone may see have an
/// empty role; those of restricted documents are kept for each role that may see them.
/// </summary>
internal sealed class SearchWordRow
{
    public required string Word { get; init; }

    public string Role { get; init; } = "";

    public int Documents { get; set; }

    /// <summary>The version of the index in which the number last changed.</summary>
    public long Version { get; set; }
}

/// <summary>The one row whose version rises with every change of the index, so that nodes know when to read what is new.</summary>
internal sealed class SearchStateRow
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    public long Version { get; set; }

    /// <summary>The <see cref="Stems.Version"/> by which the index was written.</summary>
    public int Stems { get; set; }
}
