using System.Text.Encodings.Web;
using System.Text.Json;

namespace Karvan.Rules.Cases;

/// <summary>The keys of a file of worked cases as a JSON schema (draft 2020-12), for editors.</summary>
public static class CaseSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        var schema = CaseGrammar.File.Schema();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Karvan worked cases");
        return schema.ToJsonString(Indented) + "\n";
    }
}
