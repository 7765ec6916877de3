import { isExpression } from '@baton/model';
import { useQuery } from '@tanstack/react-query';
import styles from './panels.module.css';

const SHOWN = 3;

/** When a repetition goes off next if it began now, so that a pattern can be checked by eye. */
export function NextTimes({ cycle, timeZone }: { readonly cycle: string; readonly timeZone: string | undefined }) {
  const { data } = useQuery({
    queryKey: ['next times', cycle, timeZone],
    queryFn: () => nextTimes(cycle, timeZone ?? 'UTC'),
    enabled: cycle.trim() !== '' && !isExpression(cycle),
    staleTime: 60_000,
  });
  if (!data) return null;
  return (
    <p className={styles.hint} role="status">
      {data.ok ? `Next: ${data.times.join('; ')}` : data.message}
    </p>
  );
}

type Next = { readonly ok: true; readonly times: readonly string[] } | { readonly ok: false; readonly message: string };

/** The clock of cycles comes with FEEL, which is large and fetched when it is asked for. */
async function nextTimes(cycle: string, zone: string): Promise<Next> {
  const { firstDue, followingDue, isTimeZone, parseCycle } = await import('@baton/expressions');
  if (!isTimeZone(zone)) return { ok: false, message: `Expected a time zone such as Europe/Berlin, but “${zone}” is none.` };
  const parsed = parseCycle(cycle, zone);
  if (!parsed.ok) return { ok: false, message: parsed.message };
  const times: string[] = [];
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  let due = firstDue(parsed.value, Date.now(), zone);
  while (due.ok && times.length < Math.min(SHOWN, parsed.value.repetitions ?? SHOWN)) {
    times.push(format.format(due.value));
    due = followingDue(due.value, parsed.value.interval, zone);
  }
  return { ok: true, times };
}
