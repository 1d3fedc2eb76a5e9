using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Karvan.Platform.Fields;
using Karvan.Platform.Modules;
using Karvan.Registry.Firms;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Tests.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Xunit;

namespace Karvan.Web.Tests.Modules;

/// <summary>A field is described once: a form takes what its column holds, and every label has its words.</summary>
public sealed partial class FieldTests
{
    /// <summary>What the program itself writes: keys, hashes, JSON, what others' machines say of themselves.</summary>
    private static readonly string[] Made =
    [
        "AuditChain.Head",
        "AuditChain.Key",
        "AuditEvent.AuthorName",
        "AuditEvent.Chain",
        "AuditEvent.Content",
        "AuditEvent.Hash",
        "AuditEvent.Kind",
        "AuditEvent.Previous",
        "AuditEvent.SubjectKind",
        "Campaign.SearchKey",
        "Campaign.SortKey",
        // Whole files.
        "CampaignResult.Compliance",
        "CampaignResult.Evidence",
        "CampaignResult.Exporters",
        "CampaignResult.Scores",
        "Consortium.ProductGroups",
        "Consortium.SearchKey",
        "Consortium.SortKey",
        "CustomsAdjustment.After",
        "CustomsAdjustment.Before",
        "CustomsAdjustment.Declaration",
        "CustomsCrossing.Declaration",
        "CustomsImport.Fault",
        "CustomsImport.Mapping",
        "CustomsImport.Report",
        "CustomsProfile.Content",
        "DataKey.Name",
        "DataKey.Xml",
        // Canonical text of what was submitted.
        "DossierReceipt.Content",
        "Enterprise.SearchKey",
        "Enterprise.SortKey",
        "EnterpriseOrigin.Name",
        "FirmClaim.Province",
        "Grant.Provinces",
        "Invitation.NormalizedEmail",
        "Invitation.Provinces",
        "Invitation.TokenHash",
        "Job.Argument",
        "Job.Checkpoint",
        "Job.Fault",
        "Letterhead.SignatoriesEn",
        "Letterhead.SignatoriesFa",
        "LineObjection.Declaration",
        "LineObjection.Line",
        "Notice.TextEn",
        "Notice.TextFa",
        "Notice.TitleEn",
        "Notice.TitleFa",
        "OfficialPaper.Content",
        "OfficialPaper.SearchKey",
        "OutboxMessage.Fault",
        "OutboxMessage.Text",
        "OutboxMessage.Title",
        "OutboxMessage.To",
        "Person.SearchKey",
        "Person.SortKey",
        "Promoter.SearchKey",
        "Promoter.Serves",
        "Promoter.SortKey",
        "PromoterInterview.InterviewerName",
        "PublishedRulebook.Beside",
        "PublishedRulebook.Text",
        "RecoveryCode.Hash",
        "RulebookDraft.Beside",
        "RulebookDraft.Text",
        "Session.Address",
        "Session.Device",
        // Numbers of exporters, as many as there are places.
        "TieDecision.Chosen",
    ];

    private static readonly TextBook Book = PageTexts.LoadTexts();

    private static readonly IReadOnlyList<Type> Pages =
    [
        .. typeof(DescribedFields)
            .Assembly.GetTypes()
            .Where(t => t.IsClass || t.IsInterface)
            .Where(t => !t.ContainsGenericParameters),
    ];

    [Fact]
    public void Every_text_that_is_typed_has_a_limit_in_the_database() =>
        Assert.Equal(
            string.Join('\n', Made.Order(StringComparer.Ordinal)),
            string.Join('\n', DescribedForms.Endless.Order(StringComparer.Ordinal))
        );

    [Fact]
    public void A_form_takes_as_much_as_its_column() =>
        Assert.Empty(Pages.SelectMany(DescribedForms.Unlike));

    [Fact]
    public void A_form_with_a_limit_of_its_own_is_noticed() =>
        Assert.Equal(
            ["Narrower.Address: 10, Enterprise.Address: 1000"],
            DescribedForms.Unlike(typeof(Narrower))
        );

    [Fact]
    public void Every_line_that_is_typed_has_a_limit()
    {
        var typed = PageSources.Of(".cshtml").SelectMany(p => Typed(p.Text)).ToList();
        Assert.True(typed.Count > 60, $"{typed.Count} lines");
        Assert.Empty(
            string.Join(
                '\n',
                typed.Where(t => IsEndless(t.Property)).Select(t => $"{t.Model.Name}: {t.Path}")
            )
        );
    }

    [Fact]
    public void A_line_without_a_limit_is_noticed()
    {
        var typed = Typed(
                """
                <k-field for="Rows[i].Note" rows="2" />
                <k-field for="Rows[i].Secret" kind="Password" />
                <k-field for="Rows[i].Chosen" options="Model.All" />
                """,
                typeof(Endless)
            )
            .ToList();
        Assert.Equal(["Rows[i].Note"], typed.Where(t => IsEndless(t.Property)).Select(t => t.Path));
    }

    [Fact]
    public void Every_described_field_has_its_words()
    {
        Assert.True(Described.Count > 60, $"{Described.Count} fields");
        Assert.DoesNotContain(Described.SelectMany(Keys), key => !Book.Has(key));
    }

    /// <summary>Of records and of what forms ask besides.</summary>
    internal static IReadOnlyList<FieldDescription> Described { get; } =
    [
        .. ModuleCatalog
            .All.SelectMany(m => m.GetType().Assembly.GetTypes())
            .Concat(Pages)
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(FieldDescription.Of),
    ];

    /// <summary>The keys of all that is said of a field.</summary>
    internal static IEnumerable<string> Keys(FieldDescription field) =>
        new[] { field.Label, field.Hint, field.Numbered }
            .OfType<string>()
            .Concat(
                field.Kind is FieldKind.Choice
                    ? Enum.GetNames(field.ValueType).Select(n => field.Values + n)
                    : []
            );

    private static bool IsEndless(ModelMetadata property) =>
        property.ModelType == typeof(string)
        && DescribedForms.LongestOf(property) is null
        // What is read as something else is as long as that; a code is held against its list.
        && !(
            DescribedFields.Of(property) is { } field
            && (field.ValueType != typeof(string) || field.Kind.IsListed())
        );

    /// <summary>The fields of a page that are lines or several lines of text.</summary>
    private static IEnumerable<(Type Model, string Path, ModelMetadata Property)> Typed(
        string page,
        Type? model = null
    )
    {
        foreach (
            var path in Fields()
                .Matches(page)
                .Select(m => m.Value)
                .Where(tag =>
                    !tag.Contains("options=", StringComparison.Ordinal)
                    && !tag.Contains("kind=\"Password\"", StringComparison.Ordinal)
                )
                .Select(tag => For().Match(tag).Groups["path"].Value)
        )
        {
            model ??= ModelOf(page);
            yield return (model, path, At(model, path));
        }
    }

    private static Type ModelOf(string page)
    {
        var name = Model().Match(page).Groups["name"].Value;
        return Pages.Single(t => t.FullName == name || t.Name == name);
    }

    private static ModelMetadata At(Type model, string path)
    {
        ModelMetadata at = DescribedForms.Metadata.GetMetadataForType(model);
        foreach (var step in path.Split('.'))
        {
            var found = at.Properties[step.Split('[')[0]]!;
            at = step.Contains('[', StringComparison.Ordinal) ? found.ElementMetadata! : found;
        }
        return at;
    }

    [GeneratedRegex("<k-field (?:[^>\"]|\"[^\"]*\")*/>")]
    private static partial Regex Fields();

    [GeneratedRegex("for=\"(?<path>[^\"]+)\"")]
    private static partial Regex For();

    [GeneratedRegex(@"^@model (?<name>[\w.]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Model();

    [KeptIn<Enterprise>]
    private sealed class Narrower
    {
        [StringLength(10)]
        public string? Address { get; set; }

        public string? Sector { get; set; }
    }

    private sealed class Endless
    {
        public List<EndlessRow> Rows { get; set; } = [];
    }

    private sealed class EndlessRow
    {
        public string? Note { get; set; }
        public string? Secret { get; set; }
        public string? Chosen { get; set; }
    }
}
