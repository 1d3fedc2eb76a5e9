using Karvan.Rules.Facts;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>A table as a Persian customs office may write it, with the lines that stand in it read by hand.</summary>
internal static class PersianTable
{
    /// <summary>Title, two header rows, good rows, a repeated header, a bad one, a total. Arabic ي and ك as old systems write them.</summary>
    public const string Text =
        "گزارش صادرات قطعي;;;;;;;;\n"
        + ";;;;;;;;\n"
        + "اظهارنامه;;;صاحب كالا;كالا;;ارزش;;كشور مقصد\n"
        + "شماره كوتاژ;رديف;تاريخ;شناسه ملي;تعرفه;وزن خالص (تن);مبلغ;نوع ارز;\n"
        + "۱۰۰۲۳;۱;۱۴۰۰/۰۱/۰۲;۱۰۱۰۰۰۰۰۰۰۶;۰۸۰۲.۵۱.۰۰;۱۲٫۵;۸۴۰٬۰۰۰٬۰۰۰;ريال;عراق\n"
        + "۱۰۰۲۳;۲;۱۴۰۰/۱/۳;۱۰۱۰۰۰۰۰۰۰۶;۰۸۰۶۲۰۰۰;۰٫۷۵;۱٬۰۰۰٬۰۰۰;تومان;افغانستان\n"
        + "شماره كوتاژ;رديف;تاريخ;شناسه ملي;تعرفه;وزن خالص (تن);مبلغ;نوع ارز;\n"
        + "۱۰۰۲۴;۱;۱۴۰۰/۱۳/۰۳;۱۰۱۰۰۰۰۰۰۱۰;۰۸۰۶۲۰۰۰;۲;۱۰۰;دلار;تركيه\n"
        + "۱۰۰۲۵;۱;۱۴۰۰/۰۷/۰۱;۱۰۱۰۰۰۰۰۰۱۰;۵۷۰۱۱۰۰۰;۰٫۰۰۱;۲٬۵۰۰٬۰۰۰;ریال;تركيه\n"
        + "جمع كل;;;;;۱۵٫۲۵۱;۸۵۲٬۵۰۰٬۱۰۰;;\n";

    public static MappingProfile Profile { get; } =
        new()
        {
            File = new(),
            Declaration = new(
                [new("اظهارنامه / شماره کوتاژ")],
                LineNumbering.Column,
                new("اظهارنامه / ردیف")
            ),
            Flow = new(ColumnReference.None, TradeFlow.Export, []),
            Date = new(new("اظهارنامه / تاریخ"), DateCalendar.Jalali),
            Exporter = new(new("صاحب کالا / شناسه ملی")),
            HsCode = new(new("کالا / تعرفه")),
            Country = new("کشور مقصد"),
            Value = new(
                new("ارزش / مبلغ"),
                new NumberMarks('\u066B', "\u066C"),
                null,
                new("ارزش / نوع ارز"),
                []
            ),
            Weight = new(
                new("کالا / وزن خالص (تن)"),
                new NumberMarks('\u066B', "\u066C"),
                WeightUnit.Tonne
            ),
            Rates =
            [
                new(
                    "IRR",
                    [
                        // 1 Farvardin and 1 Mehr 1400.
                        DatedRate.Of(new(2021, 3, 21), "42000", RateMeaning.PerUsd, "")!,
                        DatedRate.Of(new(2021, 9, 23), "250000", RateMeaning.PerUsd, "")!,
                    ]
                ),
            ],
        };

    /// <summary>
    /// 840,000,000 / 42,000 = 20,000 USD; a million tomans are 10,000,000 rials, 238.0952… USD; 2,500,000 / 250,000 = 10 USD.
    /// </summary>
    public static SaidLine[] Lines { get; } =
    [
        new(
            5,
            "10023",
            1,
            false,
            new(2021, 3, 22),
            "10100000006",
            "08025100",
            "IQ",
            2_000_000,
            12_500_000,
            84_000_000_000,
            "IRR"
        ),
        new(
            6,
            "10023",
            2,
            false,
            new(2021, 3, 23),
            "10100000006",
            "08062000",
            "AF",
            23_810,
            750_000,
            1_000_000_000,
            "IRR"
        ),
        new(
            9,
            "10025",
            1,
            false,
            new(2021, 9, 23),
            "10100000010",
            "57011000",
            "TR",
            1_000,
            1_000,
            250_000_000,
            "IRR"
        ),
    ];
}
