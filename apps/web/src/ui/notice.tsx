import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './notice.module.css';

interface NoticeProps {
  readonly icon: ReactNode;
  readonly tone?: 'quiet' | 'done' | 'attention';
  readonly title: string;
  /** `h1` where it is the whole page. */
  readonly as?: 'h1' | 'h2';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Says in the middle of a page why there is nothing else, and what to do. */
export function Notice({ icon, tone = 'quiet', title, as: Heading = 'h2', children, actions }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <span className={classNames(styles.icon, tone === 'done' && styles.done, tone === 'attention' && styles.attention)} aria-hidden="true">
        {icon}
      </span>
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
