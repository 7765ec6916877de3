import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(max-width: 640px)');
const subscribe = (tell: () => void) => {
  const media = query();
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
};

/** A screen too narrow for list and task beside each other: a task then has the page to itself. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
