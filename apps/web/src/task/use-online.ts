import { useSyncExternalStore } from 'react';

const subscribe = (tell: () => void) => {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
};

/** Whether this device has a network. A decision is never kept for later, so it is not offered without one. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
