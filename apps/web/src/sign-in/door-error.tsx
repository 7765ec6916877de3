import { IconAlertTriangle } from '@tabler/icons-react';
import { classNames } from '../theme/class-names.ts';
import styles from './door.module.css';

/** Why it didn't work; read out as soon as it appears. */
export function DoorError({ children }: { children: string | null }) {
  return (
    <div role="alert">
      {children && (
        <p className={classNames(styles.note, styles.error)}>
          <IconAlertTriangle className="icon" aria-hidden="true" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
