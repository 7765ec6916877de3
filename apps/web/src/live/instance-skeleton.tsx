import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './instance-page.module.css';

const STILL_WORKING_AFTER_MS = 5_000;
const NOTHING_FOR_MS = 300;

/** The page on its way, each part where it will be; nothing for a blink, and a word when it takes long. */
export function InstanceSkeleton() {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [NOTHING_FOR_MS, STILL_WORKING_AFTER_MS].map((ms) => setTimeout(() => setWaited(ms), ms));
    return () => timers.forEach(clearTimeout);
  }, []);
  if (waited < NOTHING_FOR_MS) return null;
  return (
    <div className={styles.page} aria-busy="true" data-skeleton="">
      <div className={styles.skeletonHead}>
        <Skeleton width={280} height={22} />
        <Skeleton width={360} height={14} />
      </div>
      <div className={styles.upper}>
        <div className={styles.diagram} />
        <div className={styles.skeletonSide}>
          <Skeleton width={60} height={16} />
          <Skeleton height={56} />
          <Skeleton height={56} />
        </div>
      </div>
      <div className={styles.skeletonTrack}>
        <Skeleton height={4} />
      </div>
      <div className={styles.skeletonPane} style={{ height: 288 }}>
        {waited >= STILL_WORKING_AFTER_MS && <p role="status">Still working. The server takes longer than usual.</p>}
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} height={18} />
        ))}
      </div>
    </div>
  );
}
