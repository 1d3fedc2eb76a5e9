using Karvan.Platform.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Fields;

/// <summary>What all fields share: a label, a hint, the errors beside it, and the ids that tie them to the input.</summary>
public abstract class FieldPart(PageTexts words) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>The key of the label's text, where the field is not described or this form asks it otherwise.</summary>
    [HtmlAttributeName("label")]
    public string? LabelKey { get; set; }

    /// <summary>The key of what to say about the expected answer; likewise.</summary>
    [HtmlAttributeName("hint")]
    public string? HintKey { get; set; }

    /// <summary>Values for the placeholders of the hint.</summary>
    [HtmlAttributeName("hint-text")]
    public Said? HintText { get; set; }

    /// <summary>For a field that some have to fill in, or that some answers need: not marked as optional.</summary>
    [HtmlAttributeName("needed")]
    public bool Needed { get; set; }

    [HtmlAttributeName("disabled")]
    public bool Disabled { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    protected PageTexts W => words;

    /// <summary>The reason of a field that was left empty.</summary>
    internal const string Missing = "field.required";

    /// <summary>The key of what to do about a field that was left empty.</summary>
    protected virtual string ToDoKey => "field.write";

    private Said ToDo => W[ToDoKey, ("field", Label)];

    /// <summary>Null where nothing describes the field, and the page says all of it.</summary>
    protected FieldDescription? Described => DescribedFields.Of(For.Metadata);

    protected string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected IReadOnlyList<Said> Errors =>
        View.ModelState.TryGetValue(Name, out var entry)
            ?
            [
                .. entry.Errors.Select(e =>
                    e.ErrorMessage is Missing ? ToDo : W.Reason(e.ErrorMessage)
                ),
            ]
            : [];

    /// <summary>What was typed, or else what the model holds.</summary>
    protected string Value =>
        View.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed
            ? typed
            : Written(For.Model);

    protected virtual string Written(object? model) =>
        Convert.ToString(model, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>What the model may leave empty is marked: most fields are to be filled in.</summary>
    protected virtual bool IsOptional =>
        !Needed && !For.Metadata.IsRequired && Described is not { Asked: true };

    protected virtual string HintId => Id + "-hint";

    protected virtual string ErrorId => Id + "-error";

    protected bool HasHint => HintKey is not null || HintText is not null;

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(
                ' ',
                new[]
                {
                    HasHint ? HintId : null,
                    Errors.Count > 0 ? ErrorId : null,
                }.OfType<string>()
            );
            return ids.Length > 0 ? ids : null;
        }
    }

    protected void Begin(TagHelperOutput output, string tag = "div")
    {
        // A field with a label of its own is another question about the same thing: the hint is not for it.
        HintKey ??= HintText is null && LabelKey is null ? Described?.Hint : null;
        ErrorList.Tell(View.HttpContext, Name, Label, ToDo);
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Errors.Count > 0 ? "k-field k-wrong" : "k-field");
    }

    protected Said Label =>
        W[
            LabelKey
                ?? Described?.Label
                ?? throw new InvalidOperationException(
                    $"{Name} has no label: [Field] or [KeptIn] describes it, or the page gives one."
                )
        ];

    protected void LabelText(IHtmlContentBuilder into)
    {
        into.AppendHtml(Label);
        if (IsOptional)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("k-quiet");
            mark.InnerHtml.AppendHtml(W["field.optional"]);
            into.Append(" ").AppendHtml(mark);
        }
    }

    protected void HintAndErrors(IHtmlContentBuilder into)
    {
        if (HasHint)
        {
            var hint = new TagBuilder("div");
            hint.AddCssClass("form-hint");
            hint.Attributes["id"] = HintId;
            hint.InnerHtml.AppendHtml(HintText ?? W[HintKey!]);
            into.AppendHtml(hint);
        }
        if (Errors.Count > 0)
        {
            var box = new TagBuilder("div");
            box.AddCssClass("k-error");
            box.Attributes["id"] = ErrorId;
            foreach (var error in Errors)
            {
                var line = new TagBuilder("p");
                line.InnerHtml.AppendHtml(Hidden(W["field.error"])).Append(" ").AppendHtml(error);
                box.InnerHtml.AppendHtml(line);
            }
            into.AppendHtml(box);
        }
    }

    protected static TagBuilder Hidden(Said text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass("visually-hidden");
        span.InnerHtml.AppendHtml(text);
        return span;
    }

    /// <summary>The attributes by which an input belongs to its label, hint and errors.</summary>
    protected void Tie(TagBuilder input, string css)
    {
        input.AddCssClass(css);
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        if (DescribedBy is { } ids)
        {
            input.Attributes["aria-describedby"] = ids;
        }
        if (Errors.Count > 0)
        {
            input.AddCssClass("is-invalid");
            input.Attributes["aria-invalid"] = "true";
        }
        if (Disabled)
        {
            input.Attributes["disabled"] = "disabled";
        }
    }
}
