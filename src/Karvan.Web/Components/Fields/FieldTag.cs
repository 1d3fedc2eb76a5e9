using Karvan.Platform.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// One question and the place to answer it: a line of text, several with <c>rows</c>, a list to choose from with
/// <c>options</c>, a box to tick for a yes or no.
/// </summary>
[HtmlTargetElement("k-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTag(PageTexts words) : FieldPart(words)
{
    private const int ManyRows = 1;

    [HtmlAttributeName("rows")]
    public int Rows { get; set; } = ManyRows;

    [HtmlAttributeName("options")]
    public IReadOnlyList<FieldChoice>? Options { get; set; }

    [HtmlAttributeName("kind")]
    public FieldKind Kind { get; set; }

    /// <summary>About how many characters an answer has: the field is as wide.</summary>
    [HtmlAttributeName("length")]
    public FieldLength Length { get; set; }

    [HtmlAttributeName("autocomplete")]
    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Described is { } field)
        {
            TakeFrom(field);
        }
        Begin(output);
        if (For.ModelExplorer.ModelType == typeof(bool))
        {
            Tick(output);
            return;
        }
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = Id;
        LabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        HintAndErrors(output.Content);
        output.Content.AppendHtml(
            Options is not null ? Select(Options)
            : Rows > ManyRows ? Area()
            : Line()
        );
    }

    /// <summary>What the page does not say is as it was described.</summary>
    private void TakeFrom(FieldDescription field)
    {
        Options ??= FieldWords.Choices(field, W);
        Kind = Kind is FieldKind.Text ? field.Kind : Kind;
        Length = Length is FieldLength.Full ? field.Length : Length;
        Rows = Rows == ManyRows ? field.Rows : Rows;
        Autocomplete ??= field.Autocomplete;
    }

    protected override string ToDoKey =>
        For.ModelExplorer.ModelType == typeof(bool) ? "field.tick"
        : Options is not null ? "field.choose-one"
        : base.ToDoKey;

    private TagBuilder Line()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Tie(input, "form-control");
        var (type, mode) = Kind switch
        {
            FieldKind.Email => ("email", "email"),
            FieldKind.Password => ("password", null),
            FieldKind.Phone => ("tel", "tel"),
            FieldKind.Web => ("url", "url"),
            FieldKind.Number => ("text", "decimal"),
            FieldKind.Digits => ("text", "numeric"),
            _ => ("text", (string?)null),
        };
        input.Attributes["type"] = type;
        if (mode is not null)
        {
            input.Attributes["inputmode"] = mode;
        }
        // Numbers and codes run left to right in both languages; what people write follows its own letters.
        input.Attributes["dir"] = Kind is FieldKind.Text ? "auto" : "ltr";
        if (Length is not FieldLength.Full)
        {
            input.AddCssClass(Length is FieldLength.Narrow ? "k-short" : "k-middle");
        }
        if (Autocomplete is not null)
        {
            input.Attributes["autocomplete"] = Autocomplete;
        }
        if (Kind is not FieldKind.Password)
        {
            input.Attributes["value"] = Kind is FieldKind.Number or FieldKind.Digits
                ? W.Typed(Value)
                : Value;
        }
        return input;
    }

    private TagBuilder Area()
    {
        var area = new TagBuilder("textarea");
        Tie(area, "form-control");
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        area.Attributes["dir"] = "auto";
        // The first line end after the tag is not part of the text.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    private TagBuilder Select(IReadOnlyList<FieldChoice> options)
    {
        var select = new TagBuilder("select");
        Tie(select, "form-select");
        if (Length is not FieldLength.Full)
        {
            select.AddCssClass(Length is FieldLength.Narrow ? "k-short" : "k-middle");
        }
        var none = new TagBuilder("option");
        none.Attributes["value"] = "";
        none.InnerHtml.Append(W["field.choose"].Bare);
        select.InnerHtml.AppendHtml(none);
        var common = options.Where(o => o.IsCommon).ToList();
        if (common.Count == 0)
        {
            Append(select.InnerHtml, options);
            return select;
        }
        // What most people look for stands first, and again in its place among all.
        Append(Group(select, "field.common"), common);
        Append(Group(select, "field.all"), options, again: true);
        return select;
    }

    private IHtmlContentBuilder Group(TagBuilder select, string key)
    {
        var group = new TagBuilder("optgroup");
        group.Attributes["label"] = W[key].Bare;
        select.InnerHtml.AppendHtml(group);
        return group.InnerHtml;
    }

    /// <param name="again">The chosen one is marked in its first place alone.</param>
    private void Append(
        IHtmlContentBuilder into,
        IReadOnlyList<FieldChoice> options,
        bool again = false
    )
    {
        foreach (var option in options)
        {
            var item = new TagBuilder("option");
            item.Attributes["value"] = option.Value;
            // A mark of direction before the first letter keeps browsers from finding it by that letter.
            item.Attributes["dir"] = "auto";
            if (
                string.Equals(option.Value, Value, StringComparison.Ordinal)
                && !(again && option.IsCommon)
            )
            {
                item.Attributes["selected"] = "selected";
            }
            item.InnerHtml.Append(option.Text.Bare);
            into.AppendHtml(item);
        }
    }

    private void Tick(TagHelperOutput output)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Tie(box, "form-check-input");
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (Value.StartsWith("true", StringComparison.OrdinalIgnoreCase))
        {
            box.Attributes["checked"] = "checked";
        }
        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.AppendHtml(Label);
        var check = new TagBuilder("div");
        check.AddCssClass("k-check");
        check.InnerHtml.AppendHtml(box).AppendHtml(label);
        HintAndErrors(output.Content);
        output.Content.AppendHtml(check);
        // An unticked box sends nothing; this says that it was asked.
        output.Content.AppendHtml(
            new TagBuilder("input")
            {
                TagRenderMode = TagRenderMode.SelfClosing,
                Attributes =
                {
                    ["type"] = "hidden",
                    ["name"] = Name,
                    ["value"] = "false",
                },
            }
        );
    }
}

/// <summary>One of the answers to choose from.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Hint">What it means, where its name does not say it.</param>
public sealed record FieldChoice(string Value, Said Text, Said? Hint = null)
{
    /// <summary>One of those that most people choose, in a long list.</summary>
    public bool IsCommon { get; init; }

    /// <summary>The members of an enum by their names.</summary>
    public static IReadOnlyList<FieldChoice> Of<TEnum>(Func<TEnum, Said> text)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(v => new FieldChoice(v.ToString(), text(v)))];
}
