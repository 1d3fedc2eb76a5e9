using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Karvan.Platform.Accounts;

/// <summary>How accounts are kept: what a password must be, when an account rests, and where the keys are.</summary>
public static class IdentitySettings
{
    private const string Application = "Karvan";
    private const int ShortestPassword = 12;

    public static void AddKarvanIdentity(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Person>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = "";
                // Length is what protects; rules on kinds of signs make people write passwords down.
                o.Password.RequiredLength = ShortestPassword;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
            })
            .AddPasswordValidator<CommonPasswords>()
            .AddEntityFrameworkStores<KarvanContext>()
            .AddDefaultTokenProviders();
        // By name, and not by the folder it stands in: nodes need not be laid out alike.
        // One pass instead of two over the cookie of every request.
        services
            .AddDataProtection()
            .SetApplicationName(Application)
            .UseCryptographicAlgorithms(
                new AuthenticatedEncryptorConfiguration
                {
                    EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
                }
            );
        services.AddSingleton<IXmlRepository, DataKeyStore>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            s => new ConfigureOptions<KeyManagementOptions>(o =>
                o.XmlRepository = s.GetRequiredService<IXmlRepository>()
            )
        );
    }

    /// <summary>
    /// Reads the keys, and writes the first one. Called before anything else: a link made inside a change would have its
    /// key written by another connection, which on SQLite waits for that very change.
    /// </summary>
    public static void MakeKeys(this IServiceProvider services) =>
        services
            .GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(Application)
            .Protect([]);
}
