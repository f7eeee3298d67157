using System.Diagnostics;
using LearningDev.Content.Markdown;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Markdown.Pure;

/// <summary>What Word, Google Docs and web pages put on the clipboard, and what becomes of it.</summary>
[Requirement("CMS-01")]
public class PastedHtmlTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<div>One<br>Two</div>", "One  \nTwo")]
    [InlineData("<h1>Top</h1><h3>Low</h3><h6>Lowest</h6>", "## Top\n\n### Low\n\n#### Lowest")]
    [InlineData("<h2><b>Bold heading</b></h2>", "## Bold heading")]
    [InlineData("<b>Bo</b><b>ld</b> and <i>slanted</i>", "**Bold** and *slanted*")]
    [InlineData("<p><b>word </b>after</p>", "**word** after")]
    [InlineData("<b>one</b> <b>two</b>", "**one** **two**")]
    [InlineData("<strong><em>both</em></strong>", "***both***")]
    [InlineData("<span style='font-weight:700'>heavy</span> <span style=\"font-style: italic\">light</span>", "**heavy** *light*")]
    [InlineData("<b style='font-weight:normal'><p>Google</p><p><span style='font-weight:700'>Docs</span></p></b>", "Google\n\n**Docs**")]
    [InlineData("<a href='https://example.org/a b'>words</a>", "[words](https://example.org/a%20b)")]
    [InlineData("<a href='https://example.org/'><b>bold</b> link</a>", "[**bold** link](https://example.org/)")]
    [InlineData("<a href='javascript:alert(1)'>words</a>", "words")]
    [InlineData("<a href='file:///C:/secret.docx'>words</a>", "words")]
    [InlineData("<a href='https://portal.example/catalogue/x'>here</a>", "[here](/catalogue/x)")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b")]
    [InlineData("<ol><li><p>a</p></li><li><p>b</p><p>more</p></li></ol>", "1. a\n2. b\n\n   more")]
    [InlineData("<ol start=3><li>c</li></ol>", "3. c")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><p>x</p><p>y</p></td></tr></table>", "| A | B |\n| --- | --- |\n| 1\\|2 | x y |")]
    [InlineData("<table><tr><td><p>Only</p><p>layout</p></td></tr></table>", "Only\n\nlayout")]
    [InlineData("<blockquote><p>Said</p></blockquote>", "> Said")]
    [InlineData("<pre>a\n  b</pre>", "```\na\n  b\n```")]
    [InlineData("<p>Use <code>git</code></p>", "Use `git`")]
    [InlineData("<p>2 * 3 [x] _y_ snake_case a\\b</p>", "2 \\* 3 \\[x\\] \\_y\\_ snake_case a\\\\b")]
    [InlineData("<p># no heading</p><p>1. no list</p><p>- nor this</p>", "\\# no heading\n\n1\\. no list\n\n\\- nor this")]
    [InlineData("<p>AT&amp;T &amp;copy; &lt;b&gt;</p>", "AT&T \\&copy; \\<b>")]
    [InlineData("a&nbsp;b   c\n d", "a b c d")]
    [InlineData("<style>p { color: red }</style><script>alert(1)</script><!-- hidden --><p style='color:red'>x</p>", "x")]
    [InlineData("", "")]
    public void ToMarkdown_Html_KeepsWhatMatters(string html, string expected) =>
        PastedHtml.ToMarkdown(html, new Uri("https://portal.example")).Markdown.ShouldBe(expected);

    [Fact]
    public void ToMarkdown_Word_ListsAndHeadingsAndNoTrash()
    {
        const string word = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
            <head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style>
            <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
            <body lang=EN-GB><!--StartFragment-->
            <h1>Fire safety<o:p></o:p></h1>
            <p class=MsoNormal><span style='font-size:11.0pt;font-family:"Calibri",sans-serif'>Know your <b>exits</b>,
            and <i>walk</i>.<o:p></o:p></span></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
            <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>Below it</p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Second</p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Numbered</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Again</p>
            <p class=MsoNormal><img width=10 src="file:///C:/Temp/image001.png" alt="A chart"></p>
            <!--EndFragment--></body></html>
            """;

        var pasted = PastedHtml.ToMarkdown(word);

        pasted.Markdown.ShouldBe("## Fire safety\n\nKnow your **exits**, and *walk*.\n\n- First\n  - Below it\n- Second\n\n1. Numbered\n2. Again");
        pasted.PicturesLeftOut.ShouldBe(1);
    }

    [Theory]
    [InlineData("<p>a <b>b</b> <a href='https://example.org/'>c</a></p><ul><li>d<ol><li>e</li></ol></li></ul><h2>f</h2>")]
    [InlineData("<p>1. a * b _ c [d] `e` # f &lt;g&gt; &amp;lt; ~~h~~</p>")]
    public void ToMarkdown_Any_LooksTheSameAsHtmlAgain(string html)
    {
        var text = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent;
        var again = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(MarkdownText.ToHtml(PastedHtml.ToMarkdown(html).Markdown).ToString()!).Body!.TextContent;

        Words(again).ShouldBe(Words(text));
    }

    [Fact]
    public void ToMarkdown_NestedVeryDeeply_EndsSoon()
    {
        var watch = Stopwatch.StartNew();

        PastedHtml.ToMarkdown(string.Concat(Enumerable.Repeat("<div><span>", 10_000)) + "very * deep").Markdown.ShouldBe("very \\* deep");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ", "", StringComparison.Ordinal);
}
