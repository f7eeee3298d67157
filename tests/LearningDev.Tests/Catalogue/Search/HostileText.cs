namespace LearningDev.Tests.Catalogue.Search;

/// <summary>Text that breaks search boxes, by name; some of it cannot stand in a test's name.</summary>
internal static class HostileText
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["10,000 letters"] = new('a', 10_000),
        ["10,000 words"] = string.Join(' ', Enumerable.Repeat("w", 10_000)),
        ["10,000 ideographs"] = new('学', 10_000),
        ["per cent"] = "%",
        ["a broken escape"] = "100%zz",
        ["underscore"] = "_",
        ["quotation mark"] = "\"",
        ["unclosed phrase"] = "\"managing stress",
        ["apostrophe"] = "'",
        ["stars"] = "*** str* *ess",
        ["null character"] = "str\0ess",
        ["only a null character"] = "\0",
        ["control characters"] = "a\u0001\u001b[31m\u007f\r\n\t",
        ["emoji"] = "🦄 👩🏽‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        ["Arabic"] = "التعلم والتطوير",
        ["Hebrew"] = "למידה ופיתוח",
        ["direction overrides"] = "\u202estress\u202c \u2066x\u2069",
        ["combining characters"] = "e" + string.Concat(Enumerable.Repeat("\u0301", 500)),
        ["accents apart and composed"] = "cafe\u0301 caf\u00e9",
        ["a lone surrogate"] = "stress \ud800 x",
        ["a surrogate cut in two"] = new string('a', 199) + "🦄",
        ["not a character"] = "\uffff\ufffe\ufdd0",
        ["zero-width characters"] = "str\u200bess\ufeff",
        ["Turkish capital I"] = "İSTANBUL ı",
        ["ligatures and wide letters"] = "ﬁre ＳＴＲＥＳＳ ½ ﷺ",
        ["SQL"] = "'; DROP TABLE search_document; --",
        ["SQL union"] = "x' UNION SELECT password_hash FROM person --",
        ["SQL LIKE"] = "\\% [a-z] \\_",
        ["FTS5 NEAR"] = "NEAR(stress work, 5)",
        ["FTS5 operators"] = "stress AND OR NOT work",
        ["FTS5 column"] = "title : stress ^stress -work + work",
        ["FTS5 brackets"] = "(((stress) OR {title body} : ^",
        ["tsquery operators"] = "stress & | ! <-> :* \\ '",
        ["only operators"] = "& | ! : * ( ) - ^ ~ \" '",
        ["markup"] = "\"><script>alert(1)</script><img src=x onerror=alert(1)>",
        ["template"] = "{{7*7}} ${7*7} @(7*7)",
        ["path"] = "../../etc/passwd\\..\\..",
        ["only spaces"] = " \t\u00a0\u3000 ",
        ["regular expression"] = "(a+)+$ [",
    };
}
