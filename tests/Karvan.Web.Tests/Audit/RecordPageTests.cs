using System.Reflection;
using System.Text.RegularExpressions;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Tests.Access;
using Karvan.Web.Tests.CustomsPages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Audit;

/// <summary>The record of changes is read by people: names for records, words for fields and values, nothing as a machine writes it.</summary>
public sealed partial class RecordPageTests
{
    [Fact]
    public async Task A_record_is_found_by_its_name_and_named_in_each_row()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.FirmOf(Visitors.Experts, VerificationState.Waiting);
        var name = await site.Ask(db =>
            db.Enterprises.Where(e => e.Id == firm).Select(e => e.NameFa).SingleAsync()
        );
        await Site.Post(
            await site.SignedIn("expert"),
            $"/enterprises/{firm}",
            ("Decision", "Verified"),
            ("version", "0")
        );
        var auditor = await site.SignedIn("auditor");
        // The event of the decision holds no name: it is found by that of its record.
        var page = PageForm.Plain(
            await auditor.GetStringAsync(
                $"/audit?f-what=EnterpriseVerified&f-words={Uri.EscapeDataString(name)}"
            )
        );
        Assert.Contains($"بنگاه: {PageForm.Plain(name)}", page, StringComparison.Ordinal);
    }

    /// <summary>Every kind of event that the demo has, once: no ids, no instants as they are stored, no structures.</summary>
    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task What_an_event_changed_is_said_in_words(string language)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var auditor = await site.SignedIn("auditor");
        await Site.Post(auditor, "/language", ("to", language), ("back", "/audit"));
        var events = await site.Ask(db =>
            db.AuditEvents.GroupBy(e => e.Kind).Select(g => g.Max(e => e.Id)).ToListAsync()
        );
        Assert.True(events.Count > 8);
        foreach (var id in events)
        {
            var page = await auditor.GetStringAsync($"/audit/{id}");
            var main = Body().Match(page).Groups["main"].Value;
            var said = PageForm.Plain(Links().Replace(main, ""));
            Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-", said);
            Assert.DoesNotMatch("\\d{4}-\\d{2}-\\d{2}T", said);
            Assert.DoesNotContain("{\"", said, StringComparison.Ordinal);
        }
    }

    /// <summary>Whatever may ever be recorded: a field without words would be shown by its name in the program.</summary>
    [Fact]
    public async Task Every_recorded_field_has_words()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var fields = await site.Ask(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    // The record itself.
                    .Where(t => t.ClrType != typeof(AuditEvent) && t.ClrType != typeof(AuditChain))
                    .Where(t =>
                        t.ClrType.Namespace!.StartsWith("Karvan", StringComparison.Ordinal)
                        && t.ClrType.GetCustomAttribute<NotRecordedAttribute>() is null
                    )
                    .SelectMany(t =>
                        t.GetProperties()
                            .Where(p => !p.IsPrimaryKey() && p.PropertyInfo is not null)
                            // Secrets of accounts never enter the record.
                            .Where(p => !p.Name.EndsWith("Stamp", StringComparison.Ordinal))
                            .Where(p =>
                                p.PropertyInfo!.GetCustomAttribute<NotRecordedAttribute>() is null
                            )
                            .Select(p => new FieldChange(t.ClrType.Name, "", p.Name, null, "x"))
                    )
                    .ToList()
            )
        );
        Assert.True(fields.Count > 100);
        var words = new PageTexts(PageTexts.LoadTexts(), Language.Persian);
        var none = new Dictionary<Guid, Said>();
        var nameless = fields
            .Where(f => EventValues.IsReadable(f, none))
            .Where(f => RecordedFields.Name(f, words).Bare == $"{f.Record}.{f.Field}")
            .Select(f => $"{f.Record}.{f.Field}")
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(nameless.Count == 0, string.Join('\n', nameless));
    }

    [GeneratedRegex("<main[^>]*>(?<main>.*)</main>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("(href|value)=\"[^\"]*\"")]
    private static partial Regex Links();
}
