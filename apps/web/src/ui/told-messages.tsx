import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { classNames } from '../theme/class-names.ts';
import { forget, type Told, useTold } from './tell.ts';
import styles from './told-messages.module.css';

function Message({ told }: { told: Told }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => forget(told.id), told.forMs);
    return () => clearTimeout(timer);
  }, [told, isHeld]);
  const act = () => {
    told.action?.run();
    forget(told.id);
  };
  return (
    <li
      className={styles.message}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {told.tone === 'done' ? (
        <IconCircleCheck className="icon-large" aria-hidden="true" />
      ) : (
        <IconAlertTriangle className={classNames('icon-large', styles.attention)} aria-hidden="true" />
      )}
      <div className={styles.text}>
        <p>{told.title}</p>
        {told.detail && <p className="muted">{told.detail}</p>}
      </div>
      {told.action && (
        <Button variant="default" size="xs" onClick={act}>
          {told.action.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label="Dismiss" onClick={() => forget(told.id)} />
    </li>
  );
}

/** Where `tell` speaks: bottom left, read out politely, kept while the pointer or the focus is on it. */
export function ToldMessages() {
  const told = useTold((state) => state.told);
  return (
    <ul className={styles.messages} aria-live="polite">
      {told.map((one) => (
        <Message key={one.id} told={one} />
      ))}
    </ul>
  );
}
