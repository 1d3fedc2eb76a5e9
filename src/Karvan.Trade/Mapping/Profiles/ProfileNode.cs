using System.Text.Json;

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>An object of a profile's JSON; every complaint names the key, what was found and what was expected.</summary>
internal sealed class ProfileNode
{
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly List<string> problems;

    /// <param name="keys">The keys it may have; null: any.</param>
    public ProfileNode(JsonElement element, string path, List<string> problems, string[]? keys)
    {
        (this.path, this.problems) = (path, problems);
        if (element.ValueKind is not JsonValueKind.Object)
        {
            Complain("", element, "an object");
            return;
        }
        foreach (var property in element.EnumerateObject())
        {
            if (keys is not null && Array.IndexOf(keys, property.Name) < 0)
            {
                problems.Add(
                    $"{Key(property.Name)}: found an unknown key, expected {string.Join(", ", keys)}"
                );
            }
            else if (!values.TryAdd(property.Name, property.Value))
            {
                problems.Add($"{Key(property.Name)}: found the key twice, expected it once");
            }
        }
    }

    public IEnumerable<string> Keys => values.Keys;

    public bool IsNull(string key) =>
        !values.TryGetValue(key, out var value) || value.ValueKind is JsonValueKind.Null;

    public ProfileNode Inner(string key, params string[] keys) =>
        values.TryGetValue(key, out var value)
            ? new(value, Key(key), problems, keys.Length > 0 ? keys : null)
            : Absent(key, "an object", keys);

    public IEnumerable<(string Path, JsonElement Item)> Items(string key)
    {
        if (!values.TryGetValue(key, out var value) || value.ValueKind is not JsonValueKind.Array)
        {
            Complain(key, value, "a list");
            return [];
        }
        return value.EnumerateArray().Select((item, i) => ($"{Key(key)}[{i}]", item)).ToList();
    }

    public string? Text(string key, int longest = 200)
    {
        if (IsNull(key))
        {
            return null;
        }
        var value = values[key];
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { } text)
        {
            if (text.Length <= longest)
            {
                return text;
            }
            problems.Add($"{Key(key)}: found {text.Length} characters, expected {longest} at most");
            return null;
        }
        Complain(key, value, "a text");
        return null;
    }

    public int? Number(string key, int least, int most)
    {
        if (IsNull(key))
        {
            return null;
        }
        var value = values[key];
        if (
            value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        Complain(key, value, $"a whole number from {least} to {most}");
        return null;
    }

    public bool Truth(string key)
    {
        values.TryGetValue(key, out var value);
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Complain(key, value, "true or false");
        }
        return value.ValueKind is JsonValueKind.True;
    }

    /// <summary>A member of a closed list; the first one, and a complaint, where it is none.</summary>
    public T Word<T>(string key, (T Member, string Word)[] words)
        where T : struct, Enum
    {
        values.TryGetValue(key, out var value);
        if (value.ValueKind is JsonValueKind.String)
        {
            foreach (var (member, word) in words)
            {
                if (value.ValueEquals(word))
                {
                    return member;
                }
            }
        }
        Complain(key, value, string.Join(" | ", words.Select(w => w.Word)));
        return words[0].Member;
    }

    public ColumnReference Column(string key) =>
        IsNull(key) ? ColumnReference.None : ColumnOf(values[key], Key(key));

    public ColumnReference ColumnOf(JsonElement element, string at)
    {
        const int MostColumns = 16_384;
        const int LongestName = 2000;
        var node = new ProfileNode(element, at, problems, ["name", "place"]);
        var column = new ColumnReference(
            node.Text("name", LongestName) ?? "",
            node.Number("place", 0, MostColumns - 1)
        );
        if (column.IsNone && element.ValueKind is JsonValueKind.Object)
        {
            problems.Add($"{at}: found neither name nor place, expected one of them, or null");
        }
        return column;
    }

    public void Complain(string key, string found, string expected) =>
        problems.Add($"{Key(key)}: found {found}, expected {expected}");

    private void Complain(string key, JsonElement value, string expected) =>
        Complain(key, Shown(value), expected);

    private ProfileNode Absent(string key, string expected, string[] keys)
    {
        Complain(key, "nothing", expected);
        using var empty = JsonDocument.Parse("{}");
        // Its own complaints would only repeat this one.
        return new(empty.RootElement.Clone(), Key(key), [], keys);
    }

    private string Key(string key) =>
        key.Length == 0 ? (path.Length == 0 ? "profile" : path)
        : path.Length == 0 ? key
        : $"{path}.{key}";

    private static string Shown(JsonElement value)
    {
        const int Longest = 60;
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            return "nothing";
        }
        var text = value.GetRawText();
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }
}
