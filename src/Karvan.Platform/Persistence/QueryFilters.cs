using System.Linq.Expressions;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karvan.Platform.Persistence;

/// <summary>Where a record says whose it is, for the database; the same that its <see cref="IOwned.Subject"/> says.</summary>
public sealed record Ownership<T>
{
    /// <summary>Null for records that are never of a province.</summary>
    public Expression<Func<T, string?>>? Province { get; init; }

    /// <summary>The firm it belongs to.</summary>
    public Expression<Func<T, Guid?>>? Firm { get; init; }

    /// <summary>Whether it belongs to one of these firms too: what <see cref="IOwned.SubjectFor"/> adds.</summary>
    public Expression<Func<T, IReadOnlyList<Guid>, bool>>? SharedBy { get; init; }

    /// <summary>The person it is about.</summary>
    public Expression<Func<T, Guid?>>? Person { get; init; }

    /// <summary>Whether it is in a state that permits name.</summary>
    public IReadOnlyDictionary<string, Expression<Func<T, bool>>> States { get; init; } =
        new Dictionary<string, Expression<Func<T, bool>>>(StringComparer.Ordinal);
}

/// <summary>
/// The one builder of query filters: out of the permits of an act and of what an entity says of its owner. A query then
/// reaches exactly the records for which <see cref="Access.Allows"/> says yes.
/// </summary>
public static class QueryFilters
{
    /// <summary>The name under which every such filter stands.</summary>
    public const string Seen = "seen";

    /// <summary>Queries find what the actor may do <paramref name="act"/> to.</summary>
    /// <exception cref="ArgumentException">The entity does not tell the states on which the act's permits depend.</exception>
    public static void SeenBy<T>(
        this EntityTypeBuilder<T> entity,
        KarvanContext db,
        Act act,
        Body body,
        Ownership<T> owner
    )
        where T : class, IOwned => entity.HasQueryFilter(Seen, Reaches(db, act, body, owner));

    /// <summary>The records of a body that the actor of the context reaches by an act.</summary>
    public static Expression<Func<T, bool>> Reaches<T>(
        KarvanContext db,
        Act act,
        Body body,
        Ownership<T> owner
    )
    {
        var missing = act.States.FirstOrDefault(s => !owner.States.ContainsKey(s));
        if (missing is not null)
        {
            throw new ArgumentException(
                $"Permits of {act} depend on the state {missing}, which {typeof(T).Name} does not tell.",
                nameof(owner)
            );
        }
        // Permits without a state hold in each; those with one add what they reach there.
        return act.States.Aggregate(
            InState(db, act, body, owner, null),
            (all, state) => Or(all, And(owner.States[state], InState(db, act, body, owner, state)))
        );
    }

    public static Expression<Func<T, bool>> And<T>(
        Expression<Func<T, bool>> one,
        Expression<Func<T, bool>> other
    ) => Join(Expression.AndAlso, one, other);

    public static Expression<Func<T, bool>> Or<T>(
        Expression<Func<T, bool>> one,
        Expression<Func<T, bool>> other
    ) => Join(Expression.OrElse, one, other);

    private static Expression<Func<T, bool>> InState<T>(
        KarvanContext db,
        Act act,
        Body body,
        Ownership<T> owner,
        string? state
    )
    {
        Expression<Func<T, bool>> all = _ => db.Reach(act, body, state).All;
        var reached = all;
        if (owner.Province is { } province)
        {
            reached = Or(
                reached,
                Of<T, string?>(p => db.Reach(act, body, state).Provinces.Contains(p), province)
            );
        }
        if (owner.Firm is { } firm)
        {
            reached = Or(
                reached,
                Of<T, Guid?>(f => db.Reach(act, body, state).Firms.Contains(f), firm)
            );
        }
        if (owner.SharedBy is { } shared)
        {
            Expression<Func<IReadOnlyList<Guid>>> firms = () =>
                db.Reach(act, body, state).Enterprises;
            reached = Or(
                reached,
                Expression.Lambda<Func<T, bool>>(
                    Put.In(shared.Body, shared.Parameters[1], firms.Body),
                    shared.Parameters[0]
                )
            );
        }
        if (owner.Person is { } person)
        {
            reached = Or(
                reached,
                Of<T, Guid?>(p => p != null && p == db.Reach(act, body, state).Person, person)
            );
        }
        return reached;
    }

    private static Expression<Func<T, bool>> Of<T, TField>(
        Expression<Func<TField, bool>> test,
        Expression<Func<T, TField>> field
    ) =>
        Expression.Lambda<Func<T, bool>>(
            Put.In(test.Body, test.Parameters[0], field.Body),
            field.Parameters
        );

    private static Expression<Func<T, bool>> Join<T>(
        Func<Expression, Expression, Expression> how,
        Expression<Func<T, bool>> one,
        Expression<Func<T, bool>> other
    ) =>
        Expression.Lambda<Func<T, bool>>(
            how(one.Body, Put.In(other.Body, other.Parameters[0], one.Parameters[0])),
            one.Parameters
        );

    /// <summary>Puts an expression where a parameter stands.</summary>
    private sealed class Put(ParameterExpression parameter, Expression instead) : ExpressionVisitor
    {
        public static Expression In(
            Expression body,
            ParameterExpression parameter,
            Expression instead
        ) => new Put(parameter, instead).Visit(body);

        protected override Expression VisitParameter(ParameterExpression node) =>
            node == parameter ? instead : base.VisitParameter(node);
    }
}
