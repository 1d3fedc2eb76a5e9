namespace Karvan.Testing.Databases;

/// <summary>The databases Karvan runs on.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}
