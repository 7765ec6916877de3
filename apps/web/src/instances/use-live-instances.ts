import type { Instance } from '@baton/contract';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import type { OutputOf } from '../api/route-types.ts';
import { useMe } from '../api/session.ts';
import { useWatch } from '../api/use-watch.ts';
import type { WatchedEvents } from '../api/watches.ts';
import { type InstancesSearch, mayFit } from './instances-filter.ts';
import { instancesKey } from './instances-query.ts';

type Pages = InfiniteData<OutputOf<'listInstances'>, string | null>;

const TOGETHER_MS = 400;
/** So many at once are cheaper to ask for as a list. */
const ONE_BY_ONE = 25;

export const idsOf = (events: WatchedEvents): string[] => events.flatMap((event) => (event.type === 'instance.changed' ? [event.id] : []));

/** The same pages with some rows exchanged; rows keep their places. */
export function withRows(pages: Pages, changed: ReadonlyMap<string, Instance>): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map((item) => changed.get(item.id) ?? item) })) };
}

/**
 * Keeps the rows of a list current without moving any of them. Instances that aren't in it yet are counted, to be
 * shown when the reader asks for them.
 */
export function useLiveInstances(search: InstancesSearch): { readonly unseen: number; readonly showUnseen: () => void } {
  const queryClient = useQueryClient();
  const me = useMe();
  const key = instancesKey(search);
  const [unseen, setUnseen] = useState<ReadonlySet<string>>(new Set());
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );

  const refetch = () => {
    setUnseen(new Set());
    void queryClient.invalidateQueries({ queryKey: key });
  };
  const update = async () => {
    timer.current = null;
    const ids = [...changed.current];
    changed.current.clear();
    const shown = new Set(queryClient.getQueryData<Pages>(key)?.pages.flatMap((page) => page.items.map(({ id }) => id)));
    const known = ids.filter((id) => shown.has(id));
    if (ids.length > ONE_BY_ONE) {
      if (known.length > 0) refetch();
      else setUnseen((before) => new Set([...before, ...ids]));
      return;
    }
    const answers = await Promise.allSettled(ids.map((id) => api.getInstance({ params: { id } })));
    const instances = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const fresh = instances.filter((instance) => !shown.has(instance.id) && mayFit(search, instance, me.id));
    if (fresh.length > 0) setUnseen((before) => new Set([...before, ...fresh.map(({ id }) => id)]));
    const rows = new Map(instances.map((instance) => [instance.id, instance]));
    queryClient.setQueryData<Pages>(key, (pages) => pages && withRows(pages, rows));
  };
  const isFirst = useRef(true);
  useWatch(
    'process',
    search.processKey,
    (events) => {
      for (const id of idsOf(events)) changed.current.add(id);
      timer.current ??= setTimeout(() => void update(), TOGETHER_MS);
    },
    () => {
      // The first snapshot comes with the page itself; a later one means that something was missed.
      if (!isFirst.current) refetch();
      isFirst.current = false;
    },
  );
  return { unseen: unseen.size, showUnseen: refetch };
}
