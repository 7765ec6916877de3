import type { ReactNode } from 'react';
import { Brand } from '../ui/brand.tsx';
import styles from './door.module.css';

interface DoorProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
}

/** A page for whoever isn't inside yet. */
export function Door({ title, lead, children, foot }: DoorProps) {
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.head}>
          <Brand size={32} />
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </header>
        {children}
      </div>
      {foot && <p className={styles.foot}>{foot}</p>}
    </main>
  );
}
