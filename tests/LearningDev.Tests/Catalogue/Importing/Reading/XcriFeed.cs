namespace LearningDev.Tests.Catalogue.Importing.Reading;

/// <summary>A feed of a college, written against XCRI-CAP 1.2.</summary>
internal static class XcriFeed
{
    public const string College = """
        <?xml version="1.0" encoding="UTF-8"?>
        <catalog xmlns="http://xcri.org/profiles/1.2/catalog" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:mlo="http://purl.org/net/mlo" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:credit="http://purl.org/net/cm"
            generated="2026-11-02T06:14:37Z">
          <dc:description>Courses of the college.</dc:description>
          <provider>
            <dc:identifier>https://college.example/</dc:identifier>
            <dc:identifier xsi:type="ukrlp">10000001</dc:identifier>
            <dc:title>Fenland College</dc:title>
            <mlo:url>https://college.example/</mlo:url>
            <course>
              <dc:identifier xsi:type="internal">AET-3</dc:identifier>
              <dc:identifier>https://college.example/courses/aet</dc:identifier>
              <dc:title xml:lang="cy">Dyfarniad mewn Addysg</dc:title>
              <dc:title xml:lang="en">Award in Education and Training</dc:title>
              <dc:subject>Teaching</dc:subject>
              <dc:subject> </dc:subject>
              <dc:subject identifier="G.1">Adult education</dc:subject>
              <abstract>Begin to teach adults.</abstract>
              <dc:description>
                <div xmlns="http://www.w3.org/1999/xhtml">
                  <p>For people who <strong>teach</strong> or want to.</p>
                  <ul><li>Planning</li><li>Teaching, see <a href="https://college.example/aet.pdf">the syllabus</a></li></ul>
                  <script>alert(1)</script>
                  <p><a href="javascript:steal()">More</a></p>
                </div>
              </dc:description>
              <mlo:prerequisite>Level 2 English.</mlo:prerequisite>
              <mlo:assessment>A folder of your work.</mlo:assessment>
              <applicationProcedure>Ask for a form at reception.</applicationProcedure>
              <learningOutcome>Plan a lesson</learningOutcome>
              <learningOutcome>Give feedback that helps</learningOutcome>
              <mlo:url>https://college.example/prospectus?course=aet</mlo:url>
              <mlo:qualification>
                <dc:title>Level 3 Award in Education and Training</dc:title>
                <abbr>AET</abbr>
                <dcterms:educationLevel>RQF Level 3</dcterms:educationLevel>
                <awardedBy>City &amp; Guilds</awardedBy>
              </mlo:qualification>
              <mlo:credit>
                <credit:level>3</credit:level>
                <credit:value>12</credit:value>
              </mlo:credit>
              <presentation>
                <mlo:start dtf="2027-01-11">January 2027</mlo:start>
                <mlo:duration interval="P5D">Five days</mlo:duration>
                <applyTo>https://college.example/apply/aet</applyTo>
                <studyMode identifier="PT">Part time</studyMode>
                <attendanceMode identifier="CM">Campus</attendanceMode>
                <mlo:languageOfInstruction>cy</mlo:languageOfInstruction>
                <mlo:cost>£450</mlo:cost>
                <venue><provider><dc:title>Priory Campus</dc:title></provider></venue>
              </presentation>
              <presentation>
                <mlo:start dtf="2027-03-01">March 2027</mlo:start>
                <mlo:duration interval="P5D">Five evenings</mlo:duration>
                <attendanceMode identifier="MM">Mixed mode</attendanceMode>
                <mlo:cost>£520</mlo:cost>
              </presentation>
            </course>


            <course>
              <dc:identifier>https://college.example/courses/dp</dc:identifier>
              <dc:title>Data protection online</dc:title>
              <dc:description href="https://college.example/dp">It may not have both.</dc:description>
              <dc:description>What the law asks of you.</dc:description>
              <mlo:url>https://college.example/dp</mlo:url>
              <presentation>
                <mlo:duration interval="P1Y">A year</mlo:duration>
                <attendanceMode identifier="ON">Online (no attendance)</attendanceMode>
                <mlo:cost>£20 a month</mlo:cost>
              </presentation>
            </course>
          </provider>
        </catalog>
        """;
}
