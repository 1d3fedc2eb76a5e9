namespace Karvan.Oracle;

/// <summary>Lists that the files and the rubric refer to, written out here so that the oracle shares nothing with the engine.</summary>
public static class ReferenceTables
{
    private const string CountryList =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
        + "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
        + "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
        + "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC "
        + "LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
        + "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
        + "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

    private const string LanguageList =
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
        + "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia "
        + "id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo "
        + "lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl "
        + "ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk "
        + "tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    /// <summary>ISO 3166-1 alpha-2, and XK.</summary>
    public static readonly IReadOnlySet<string> Countries = Words(CountryList);

    /// <summary>R2.1: the 26 priority countries of the campaign 1402, in the order of the document.</summary>
    public static readonly IReadOnlySet<string> PriorityCountries = Words(
        "QA SY LB KW RU TM TJ GE UZ PK AF IN CN VN ID ZA KE NG DZ BR VE NI CU BD MX RS"
    );

    /// <summary>R6.12: ISO 639-1.</summary>
    public static readonly IReadOnlySet<string> Languages = Words(LanguageList);

    /// <summary>R6.9: its four kinds.</summary>
    public static readonly IReadOnlySet<string> MarketKinds = Words(
        "JOINT-PRODUCTION LICENSING JOINT-INVESTMENT FOREIGN-INVESTMENT"
    );

    /// <summary>R1.2: product group → HS chapters.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> ProductGroups =
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["agriculture-food"] = Words(
                "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"
            ),
            ["minerals-fuels"] = Words("25 26 27"),
            ["chemicals"] = Words("28 29 31 32 33 34 35 36 37 38"),
            ["pharmaceuticals"] = Words("30"),
            ["plastics-rubber"] = Words("39 40"),
            ["leather-footwear"] = Words("41 42 43 64 65 66 67"),
            ["wood-paper"] = Words("44 45 46 47 48 49"),
            ["carpets-handicrafts"] = Words("57"),
            ["textiles-clothing"] = Words("50 51 52 53 54 55 56 58 59 60 61 62 63"),
            ["stone-ceramics-glass"] = Words("68 69 70"),
            ["precious-stones-metals"] = Words("71"),
            ["metals"] = Words("72 73 74 75 76 77 78 79 80 81 82 83"),
            ["machinery"] = Words("84"),
            ["electrical-electronics"] = Words("85"),
            ["vehicles-transport"] = Words("86 87 88 89"),
            ["instruments-other"] = Words("90 91 92 93 94 95 96 97"),
        };

    private static SortedSet<string> Words(string list) =>
        new(list.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
