import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './task.module.css';

/** The shape of a task on its way; nothing at all for the first 300 ms. */
export function TaskSkeleton({ place }: { readonly place: 'page' | 'pane' }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classNames(styles.workspace, place === 'page' ? styles.page : styles.pane)} aria-busy="true">
      <div className={styles.scroll}>
        {isShown && (
          <div className={styles.main}>
            <Skeleton width={160} height={18} my={7} />
            <Skeleton width="60%" height={26} mt={8} />
            <Skeleton width="40%" height={20} mt={10} />
            <div className={styles.rule} />
            <Skeleton height={62} mt={16} />
            <Skeleton height={60} mt={24} />
            <Skeleton height={60} mt={16} />
            <Skeleton height={96} mt={16} />
          </div>
        )}
      </div>
      <div className={styles.bar} />
    </div>
  );
}
