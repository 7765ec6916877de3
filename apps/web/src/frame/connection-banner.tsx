import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLiveState } from '../api/live-client.ts';
import { classNames } from '../theme/class-names.ts';
import styles from './connection-banner.module.css';

/** A blink of the network needs no banner. */
const AFTER_MS = 2_000;

function useLasting(isTrue: boolean, forMs: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    if (!isTrue) {
      setIsLasting(false);
      return;
    }
    const timer = setTimeout(() => setIsLasting(true), forMs);
    return () => clearTimeout(timer);
  }, [isTrue, forMs]);
  return isTrue && isLasting;
}

function useIsOnline(): boolean {
  const [isOnline, setIsOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setIsOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return isOnline;
}

/** Says when what is shown may be old. */
export function ConnectionBanner() {
  const isOnline = useIsOnline();
  const isPaused = useLasting(useLiveState() === 'paused', AFTER_MS);
  return (
    <div role="status">
      {!isOnline && (
        <p className={classNames(styles.banner, styles.offline)}>
          <IconCloudOff className="icon" aria-hidden="true" />
          You are offline. Drafts are kept on this device; decisions can be sent when the connection is back.
        </p>
      )}
      {isOnline && isPaused && (
        <p className={styles.banner}>
          <IconRefresh className="icon" aria-hidden="true" />
          Live updates paused, reconnecting
        </p>
      )}
    </div>
  );
}
