using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

public sealed class GuessTests : IDisposable
{
    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_standard_format_is_known()
    {
        var guess = Guess(
            "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n"
                + "A1,1,export,1400-02-14,10100000006,080251,DE,10.50,3.25\n"
                + "A1,2,export,1400-02-15,10100000006,080251,IQ,1234.5,3\n"
                + "A2,1,import,1400-12-29,10100000010,570110,TR,7,0.125\n"
        );
        Assert.All(guess.Sure.Values, s => Assert.Equal(Sureness.Certain, s));
        Assert.Equal(MappingProfile.Standard, guess.Profile);
    }

    [Fact]
    public void Contents_tell_where_names_do_not()
    {
        var guess = Guess(
            "c1|c2|c3|c4\n"
                + "10100000006|14/02/1400|عراق|x\n"
                + "10100000010|15/02/1400|آلمان|y\n"
                + "14000000003|16/02/1400|افغانستان|z\n"
        );
        Assert.Equal("c1", guess.Profile.Exporter.Column.Name);
        Assert.Equal("c2", guess.Profile.Date.Column.Name);
        Assert.Equal("c3", guess.Profile.Country.Name);
        Assert.Equal(Sureness.Likely, guess.Sure[Target.Exporter]);
        Assert.Equal(Sureness.None, guess.Sure[Target.Value]);
        Assert.Equal(FieldSeparator.Pipe, guess.Profile.File.Separator);
    }

    [Theory]
    [InlineData("03/04/2021", "05/06/2021", DateOrder.Dmy, Sureness.Likely)]
    [InlineData("03/04/2021", "25/06/2021", DateOrder.Dmy, Sureness.Certain)]
    [InlineData("03/04/2021", "06/25/2021", DateOrder.Mdy, Sureness.Certain)]
    [InlineData("2021/04/03", "2021/06/25", DateOrder.Ymd, Sureness.Certain)]
    public void Order_of_dates_by_all_rows(string one, string other, DateOrder order, Sureness sure)
    {
        var guess = Guess($"date;value\n{one};1\n{other};2\n{one};3\n");
        Assert.Equal((order, sure), (guess.Profile.Date.Order, guess.Sure[Target.Date]));
    }

    [Theory]
    [InlineData("1,234", "5,678", '.', ",", Sureness.Likely)]
    [InlineData("1,234.50", "5,678", '.', ",", Sureness.Certain)]
    [InlineData("1.234,50", "5.678", ',', ".", Sureness.Certain)]
    [InlineData("12,5", "7,25", ',', "", Sureness.Certain)]
    [InlineData("12/5", "7/25", '/', "", Sureness.Certain)]
    [InlineData("12.5", "7.25", '.', "", Sureness.Certain)]
    [InlineData("1 234", "17", '.', " ", Sureness.Certain)]
    public void Marks_of_numbers(string one, string other, char point, string groups, Sureness sure)
    {
        var guess = Guess($"ارزش دلاری;تاریخ\n{one};1400/01/01\n{other};1400/01/02\n");
        Assert.Equal(new NumberMarks(point, groups), guess.Profile.Value.Marks);
        Assert.Equal(sure, guess.Sure[Target.Value]);
        Assert.Equal("USD", guess.Profile.Value.Currency);
    }

    [Fact]
    public void Lost_zeros_are_noticed()
    {
        var guess = Guess(
            "شناسه ملی;کد تعرفه\n12345679;8025100\n10100000006;84713000\n1234567891;8025100\n"
        );
        Assert.True(guess.Profile.Exporter.GiveBackZeros);
        Assert.True(guess.Profile.HsCode.GiveBackZero);
    }

    [Theory]
    [InlineData("وزن خالص (کیلوگرم)", WeightUnit.Kilogram, Sureness.Certain)]
    [InlineData("وزن خالص (تن)", WeightUnit.Tonne, Sureness.Certain)]
    [InlineData("وزن به گرم", WeightUnit.Gram, Sureness.Likely)]
    [InlineData("وزن", WeightUnit.Kilogram, Sureness.Likely)]
    [InlineData("Net weight (t)", WeightUnit.Kilogram, Sureness.Likely)]
    public void Units_of_weight(string name, WeightUnit unit, Sureness sure)
    {
        var guess = Guess($"{name};تاریخ\n1;1400/01/01\n2;1400/01/02\n");
        Assert.Equal((unit, sure), (guess.Profile.Weight.Unit, guess.Sure[Target.Weight]));
    }

    private ProfileGuess Guess(string text) =>
        ProfileGuess.Of(MappedFolder.Preview(folder.Save(text)), MappedFolder.Country);
}
