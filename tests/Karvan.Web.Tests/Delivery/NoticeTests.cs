using Karvan.Platform.Accounts;
using Karvan.Platform.Files;
using Karvan.Platform.Notices;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace Karvan.Web.Tests.Delivery;

/// <summary>A notice in the words of its reader, with its link.</summary>
public sealed class NoticeTests
{
    private static readonly TextBook Book = PageTexts.LoadTexts();

    [Fact]
    public void What_the_link_carries_stands_in_the_link_alone()
    {
        var (title, text) = Write(
            AccountNotices.NewEmail,
            Language.English,
            ("name", "Sara"),
            ("id", 7),
            ("token", "a+b/c="),
            ("email", "sara@example.ir")
        );
        Assert.Equal("Your new address for Karvan", title);
        Assert.Contains(
            "https://karvan.example.ir/account/email/confirm?id=7&token=a%2Bb%2Fc%3D&email=sara@example.ir",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Sara", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remark_has_a_paragraph_of_its_own_and_none_where_there_is_none()
    {
        Assert.Equal(
            [
                "The expert wrote: Which years?",
                "Your application: https://karvan.example.ir/promoters/apply",
            ],
            Paragraphs("Which years?").Skip(1)
        );
        Assert.Equal(
            ["Your application: https://karvan.example.ir/promoters/apply"],
            Paragraphs(null).Skip(1)
        );
    }

    [Fact]
    public void What_is_offered_is_said_in_the_language_of_the_letter()
    {
        var offer = new NoticeWords("letter.invitation.firm", ("firm", "پسته"));
        Assert.Contains(
            "acting for the firm پسته",
            Invite(Language.English, offer),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "نمایندگی بنگاه پسته",
            Invite(Language.Persian, offer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_an_address_that_is_set_it_is_that_of_the_request()
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = (
            "http",
            new HostString("desk.example.ir", 5080)
        );
        var text = Writer(null, http).Write(AccountNotices.Unlocked, Language.English, Told).Text;
        Assert.Contains("http://desk.example.ir:5080/sign-in", text, StringComparison.Ordinal);
    }

    /// <summary>What a job writes, no page asks for.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/sign-in")]
    [InlineData("http://[::]:8080", "http://localhost:8080/sign-in")]
    [InlineData("http://+:80", "http://localhost:80/sign-in")]
    [InlineData(null, "http://localhost/sign-in")]
    public void Outside_a_page_it_is_the_one_that_is_listened_on(string? listened, string expected)
    {
        var text = Writer(null, null, listened)
            .Write(AccountNotices.Unlocked, Language.English, Told)
            .Text;
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_counts_whatever_a_request_says()
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = ("http", new HostString("elsewhere.example"));
        var text = Writer("https://karvan.example.ir", http)
            .Write(AccountNotices.Unlocked, Language.English, Told)
            .Text;
        Assert.Contains("https://karvan.example.ir/sign-in", text, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_about_a_record_leads_to_its_page()
    {
        var firm = Guid.CreateVersion7();
        var (_, text) = Write(
            FirmNotices.Refused,
            Language.English,
            ("name", "Sara"),
            ("firm", "پسته"),
            ("remark", "Which company?"),
            ("id", firm)
        );
        Assert.Contains("The expert wrote: Which company?", text, StringComparison.Ordinal);
        Assert.Contains(
            $"Your firm: https://karvan.example.ir/enterprises/{firm}",
            text,
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<(string, object?)> Told =>
        [("name", "Sara"), ("reason", "Mistaken")];

    private static string[] Paragraphs(string? remark) =>
        Write(PromoterNotices.Asked, Language.English, ("name", "Sara"), ("remark", remark))
            .Text.Split("\n\n");

    private static string Invite(Language language, NoticeWords offer) =>
        Write(
            AccountNotices.Invitation,
            language,
            ("inviter", "Reza"),
            ("offer", offer),
            ("token", "t")
        ).Text;

    private static Letter Write(
        NoticeKind kind,
        Language language,
        params IReadOnlyList<(string, object?)> values
    ) => Writer("https://karvan.example.ir", null).Write(kind, language, values);

    private static NoticeWriter Writer(
        string? address,
        HttpContext? http,
        string? listened = null
    ) =>
        new(
            Book,
            new PublicAddress(
                new KarvanSettings("none", false, 0, FileLimits.Usual, null) { Address = address },
                new HttpContextAccessor { HttpContext = http },
                new Listening(listened)
            )
        );

    private sealed class Listening : IServer
    {
        public Listening(string? address)
        {
            var listened = new ServerAddressesFeature();
            if (address is not null)
            {
                listened.Addresses.Add(address);
            }
            Features.Set<IServerAddressesFeature>(listened);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(
            IHttpApplication<TContext> application,
            CancellationToken cancellationToken
        )
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
