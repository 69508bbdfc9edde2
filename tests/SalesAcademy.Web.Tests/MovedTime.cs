using Microsoft.Extensions.Time.Testing;

namespace SalesAcademy.Web.Tests;

/// <summary>A clock that tests move. A leap of two years rings a periodic timer once, as waking from sleep does, not sixty million times.</summary>
internal sealed class MovedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new OnceALeap(this, callback, state, dueTime, period);

    private ITimer Single(TimerCallback callback, TimeSpan dueTime) => base.CreateTimer(callback, null, dueTime, Timeout.InfiniteTimeSpan);

    private sealed class OnceALeap : ITimer
    {
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer single;
        private TimeSpan period;

        public OnceALeap(MovedTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.callback, this.state, this.period) = (callback, state, period);
            single = time.Single(_ => Ring(), Timeout.InfiniteTimeSpan);
            single.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            return single.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => single.Dispose();

        public ValueTask DisposeAsync() => single.DisposeAsync();

        private void Ring()
        {
            if (period > TimeSpan.Zero)
                single.Change(period, Timeout.InfiniteTimeSpan);
            callback(state);
        }
    }
}
