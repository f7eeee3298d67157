using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search;

/// <summary>
/// The tables of the search index. Beside them each database has its own full-text structure, made by the migrations: the FTS5 table
/// search_text on SQLite, the column search_document.vector on PostgreSQL.
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
            entity.HasKey(row => row.Word);
            entity.Property(row => row.Word).HasMaxLength(SearchWords.MaximumLength);
        });
        builder.Entity<SearchStateRow>(entity => entity.ToTable("search_state"));
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
    }
}

/// <summary>A facet value of a document. The facet "role" holds the roles that may see a restricted document.</summary>
internal sealed class SearchFacetRow
{
    public long DocumentId { get; init; }

    public required string Facet { get; init; }

    public required string Value { get; init; }
}

/// <summary>A word of the documents that everyone may see, with the number of documents that have it: what spelling is mended by.</summary>
internal sealed class SearchWordRow
{
    public required string Word { get; init; }

    public int Documents { get; set; }
}

/// <summary>One row whose version rises with every change of the index, so that nodes know when to read it again.</summary>
internal sealed class SearchStateRow
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    public long Version { get; set; }
}
