import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './page-pending.module.css';

const STILL_WORKING_AFTER_MS = 5_000;

/** A page on its way: its shape, and after five seconds a word. */
export function PagePending() {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), STILL_WORKING_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton width={220} height={30} />
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <Skeleton key={row} height={36} />
      ))}
      {isLate && <p role="status">Still working. The server takes longer than usual.</p>}
    </div>
  );
}
