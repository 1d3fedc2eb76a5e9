using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Karvan.Rules.Grammar;

/// <summary>The grammar as a JSON schema (draft 2020-12), for editors that complete and check YAML as one types.</summary>
public static class RulebookSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        var definitions = new JsonObject();
        foreach (
            var named in new[]
            {
                CommonShapes.LocalText,
                CriterionGrammar.Measure,
                CriterionGrammar.CountryTests,
                AcceptanceGrammar.Acceptance,
            }
        )
        {
            definitions[named.Name] = named.Inner.Schema();
        }
        var schema = RulebookGrammar.Rulebook.Schema();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Karvan rulebook");
        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }
}
