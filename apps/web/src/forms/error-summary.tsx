import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { type FieldError, summaryTitle } from './field-errors.ts';
import { fieldId, focusField } from './focus-field.ts';
import styles from './form.module.css';

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  readonly idPrefix: string;
  /** Changes with every attempt: the focus comes here again. 0: leave it where it is. */
  readonly attempt: number;
}

function SummaryLink({ error, idPrefix }: { readonly error: FieldError; readonly idPrefix: string }) {
  const { key, label, sentence } = error;
  if (key === null) return <>{sentence}</>;
  return (
    <a
      href={`#${fieldId(idPrefix, key)}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(idPrefix, key);
      }}
    >
      {label}: {sentence.charAt(0).toLowerCase() + sentence.slice(1)}
    </a>
  );
}

/** Everything that is to be put right, on top, each a link to its field; it takes the focus with every attempt. */
export function ErrorSummary({ errors, idPrefix, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <IconAlertTriangle className="icon-large" aria-hidden />
      <div>
        <p className={styles.summaryTitle}>{summaryTitle(errors)}</p>
        <ul>
          {errors.map((error) => (
            <li key={`${error.key}${error.sentence}`}>
              <SummaryLink error={error} idPrefix={idPrefix} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
