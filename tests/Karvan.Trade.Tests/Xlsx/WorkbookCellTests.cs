using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

public sealed class WorkbookCellTests : IDisposable
{
    private const string Strings = """
        <si><t>saffron</t></si>
        <si><r><rPr><b/></rPr><t>dried </t></r><r><t xml:space="preserve">figs, whole</t></r></si>
        <si><t>会社</t><rPh sb="0" eb="2"><t>カイシャ</t></rPh><phoneticPr fontId="1"/></si>
        <si><t>زعفران</t></si>
        <si/>
        <si><t xml:space="preserve"> two
        lines </t></si>
        """;

    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("""<c r="B2" t="s"><v>0</v></c>""", "saffron")]
    [InlineData("""<c r="B2" t="s"><v>1</v></c>""", "\"dried figs, whole\"")]
    [InlineData("""<c r="B2" t="s"><v>2</v></c>""", "会社")]
    [InlineData("""<c r="B2" t="s"><v>3</v></c>""", "زعفران")]
    [InlineData("""<c r="B2" t="s"><v>4</v></c>""", "")]
    [InlineData("""<c r="B2" t="s"><v>5</v></c>""", " two lines ")]
    [InlineData("""<c r="B2" t="s"/>""", "")]
    public void Shared_texts(string cell, string field) => Becomes(cell, field);

    [Theory]
    [InlineData("""<c t="inlineStr"><is><t>steel</t></is></c>""", "steel")]
    [InlineData("""<c t="inlineStr"><is><r><t>st</t></r><r><t>eel</t></r></is></c>""", "steel")]
    [InlineData("""<c t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>""", "a")]
    [InlineData("""<c t="inlineStr"><is><t/></is></c>""", "")]
    [InlineData("""<c t="inlineStr"><is/></c>""", "")]
    [InlineData("""<c t="inlineStr"><is><t>پسته ۱۲</t></is></c>""", "پسته ۱۲")]
    [InlineData("""<c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>""", "a<b")]
    [InlineData("""<c t="inlineStr"><is><t>0012</t></is></c>""", "0012")]
    [InlineData("""<c t="inlineStr"><is><t>a,b</t></is></c>""", "\"a,b\"")]
    [InlineData("""<c t="inlineStr"><is><t>"a" b</t></is></c>""", "\"\"\"a\"\" b\"")]
    [InlineData("""<c t="inlineStr"><is><t>a&#13;&#10;b&#10;c&#13;d</t></is></c>""", "a b c d")]
    [InlineData("""<c t="inlineStr"><is><t>a&#10;&#10;b</t></is></c>""", "a  b")]
    [InlineData("""<c t="inlineStr"><is><t>a_x000D_&#10;b_x000a_c</t></is></c>""", "a b c")]
    [InlineData("""<c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>""", "_x000D_")]
    [InlineData("""<c t="inlineStr"><is><t>a_b_xyz1_ _x12</t></is></c>""", "a_b_xyz1_ _x12")]
    [InlineData("""<c t="inlineStr"><is><t>_xD83D_</t></is></c>""", "_xD83D_")]
    [InlineData("""<c t="inlineStr"><is><t>🐪</t></is></c>""", "🐪")]
    public void Texts_in_the_cell(string cell, string field) => Becomes(cell, field);

    [Theory]
    [InlineData("""<c t="b"><v>1</v></c>""", "true")]
    [InlineData("""<c t="b"><v>0</v></c>""", "false")]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", "#N/A")]
    [InlineData("""<c t="d"><v>2024-03-20</v></c>""", "2024-03-20")]
    [InlineData("""<c t="d"><v>2024-03-20T17:45:00</v></c>""", "2024-03-20")]
    public void Other_kinds(string cell, string field) => Becomes(cell, field);

    [Theory]
    [InlineData("""<c><f>A1+1</f><v>17</v></c>""", "17")]
    [InlineData("""<c t="str"><f>A1&amp;"x"</f><v>yx</v></c>""", "yx")]
    [InlineData("""<c t="b"><f>A1=1</f><v>0</v></c>""", "false")]
    [InlineData("""<c t="e"><f>1/0</f><v>#DIV/0!</v></c>""", "#DIV/0!")]
    [InlineData("""<c><f>A1+1</f></c>""", "")]
    [InlineData("""<c><f>A1+1</f><v></v></c>""", "")]
    [InlineData("""<c><f>A1+1</f><v/></c>""", "")]
    [InlineData("""<c t="str"><f t="shared" si="0"/><v>z</v></c>""", "z")]
    public void Formulas_give_the_value_they_had(string cell, string field) => Becomes(cell, field);

    [Theory]
    [InlineData("""<c><v>1</v><extLst><ext><v>9</v></ext></extLst></c>""", "1")]
    [InlineData("""<c><v> 12 </v></c>""", "12")]
    [InlineData("""<c t="n"><v>12</v></c>""", "12")]
    [InlineData("""<c><!-- a note --><v>1<!-- and one -->2</v></c>""", "12")]
    [InlineData("""<c cm="1" vm="2" s="999"><v>12</v></c>""", "12")]
    public void Cells_with_more_than_they_need(string cell, string field) => Becomes(cell, field);

    [Fact]
    public void A_text_of_all_the_characters_a_cell_can_hold()
    {
        var text = new string('پ', 32_767);

        Becomes($"""<c t="inlineStr"><is><t>{text}</t></is></c>""", text);
    }

    private void Becomes(string cell, string field)
    {
        var csv = folder.Read(
            new(
                $"""
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>
                <row r="2"><c r="A2"><v>5</v></c>{cell}<c r="C2"><v>7</v></c></row>
                """
            )
            {
                Strings = Strings,
            }
        );

        Assert.Equal($"1,2,3\n5,{field},7\n", csv);
    }
}
