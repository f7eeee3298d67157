using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningDev.Web.Migrations;

/// <summary>The full-text structure of SQLite: an FTS5 table beside search_document, with the Porter stemmer and without accents.</summary>
[DbContext(typeof(SqlitePortalDb))]
[Migration("20261123200000_FullText")]
internal sealed class SqliteFullText : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE VIRTUAL TABLE search_text USING fts5(
            title, keywords, summary, body, tokenize = 'porter unicode61 remove_diacritics 2');
        INSERT INTO search_state (id, version) VALUES (1, 0);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE search_text; DELETE FROM search_state;");
}

/// <summary>The full-text structure of PostgreSQL: a weighted vector per document with an inverted index.</summary>
[DbContext(typeof(PostgresPortalDb))]
[Migration("20261123200000_FullText")]
internal sealed class PostgresFullText : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE search_document ADD COLUMN vector tsvector;
        CREATE INDEX search_document_vector ON search_document USING gin (vector);
        INSERT INTO search_state (id, version) VALUES (1, 0);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        "ALTER TABLE search_document DROP COLUMN vector; DELETE FROM search_state;");
}

/// <summary>SQLite's structure holds stems that the portal has made, and no second copy of the texts; the index is written anew when the host next starts.</summary>
[DbContext(typeof(SqlitePortalDb))]
[Migration("20261125235900_Stems")]
internal sealed class SqliteStems : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TABLE search_text;
        CREATE VIRTUAL TABLE search_text USING fts5(
            title, keywords, summary, body, tokenize = 'ascii', content = '', contentless_delete = 1);
        DELETE FROM search_word;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TABLE search_text;
        CREATE VIRTUAL TABLE search_text USING fts5(
            title, keywords, summary, body, tokenize = 'porter unicode61 remove_diacritics 2');
        """);
}

/// <summary>PostgreSQL's structure holds stems that the portal has made, and beside the vector what BM25 needs of each stem in each document.</summary>
[DbContext(typeof(PostgresPortalDb))]
[Migration("20261125235900_Stems")]
internal sealed class PostgresStems : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        UPDATE search_document SET vector = NULL;
        DELETE FROM search_word;
        CREATE TABLE search_posting (
            term text COLLATE "C" NOT NULL,
            document_id bigint NOT NULL REFERENCES search_document ON DELETE CASCADE,
            frequency real NOT NULL,
            words integer NOT NULL,
            PRIMARY KEY (term, document_id) INCLUDE (frequency, words));
        CREATE INDEX search_posting_document ON search_posting (document_id);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE search_posting;");
}
