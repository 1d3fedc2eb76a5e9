using Karvan.Web.Modules;

namespace Karvan.Web.Supports;

/// <summary>Programmes, their budgets, applications and payments. It has no pages yet.</summary>
internal sealed class SupportsPages : IWebModule
{
    public int Order => 7;
}
