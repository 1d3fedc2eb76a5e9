using Karvan.Customs.Records;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Cli.Commands;

/// <summary>What <c>karvan import</c> says of columns and refusals: the names that the program has for them tell nobody what to do.</summary>
internal static class ImportWords
{
    /// <summary>What a column holds.</summary>
    public static string Of(Target target) =>
        target switch
        {
            Target.Declaration => "the declaration number",
            Target.LineNumber => "the line number",
            Target.Flow => "whether a line is export or import",
            Target.Date => "the date",
            Target.Exporter => "the exporter's id",
            Target.HsCode => "the HS code",
            Target.Country => "the country",
            Target.Value => "the value",
            Target.Currency => "the currency",
            _ => "the net weight",
        };

    /// <summary>Why a profile cannot read a file, and what to do about it.</summary>
    public static string Of(ProfileProblem problem) =>
        problem.Kind switch
        {
            ProfileProblemKind.NoSource =>
                $"no column says {Of(problem.Target)}; {Otherwise(problem.Target)}",
            ProfileProblemKind.ColumnMissing =>
                $"the file has no column {problem.Found} for {Of(problem.Target)}",
            ProfileProblemKind.ColumnTwice =>
                $"several columns are called {problem.Found}, and nothing says which of them is {Of(problem.Target)}",
            ProfileProblemKind.OtherName =>
                $"the column {problem.Found} for {Of(problem.Target)} has another name in the file",
            ProfileProblemKind.UsedTwice =>
                $"the column {problem.Found} is used for {Of(problem.Target)} and for something else",
            ProfileProblemKind.NoRate =>
                $"no rate says how many USD {problem.Found} are; give a profile one",
            _ => $"“{problem.Found}” is not a known currency; give a profile its meaning",
        };

    public static string Of(ImportRefusal refusal) =>
        refusal switch
        {
            ImportRefusal.NotFound => "it was not found",
            ImportRefusal.Stale => "somebody else has changed it in the meantime",
            ImportRefusal.NameMissing => "it has no name",
            ImportRefusal.BadLength => "it is empty or too large",
            ImportRefusal.WrongPlace => "a part of it does not follow what has arrived",
            ImportRefusal.TooMuch => "more arrived than the size of the file",
            ImportRefusal.NotComing => "it has fully arrived, or the upload was abandoned",
            ImportRefusal.NotOpen => "it is no longer open",
            ImportRefusal.NotMapped => "nothing says what its columns are",
            ImportRefusal.NotReady => "it has not been read",
            ImportRefusal.NotInForce => "it is not in force, or another has taken its place",
            ImportRefusal.NoReason => "a reason is missing",
            ImportRefusal.NameTaken => "there is already a profile with this name",
            _ => "a profile of another province or of the whole country has this name",
        };

    private static string Otherwise(Target target) =>
        target switch
        {
            Target.Flow => "add such a column, or give a profile that says all lines are one",
            Target.Currency => "add such a column, or give a profile that says which it is",
            Target.LineNumber => "add such a column, or give a profile that counts the lines",
            _ => "add such a column, or give a profile that says which it is",
        };
}
