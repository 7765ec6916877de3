import { Key } from '../ui/key.tsx';
import styles from './inbox.module.css';

const HINTS: readonly { readonly keys: readonly string[]; readonly label: string }[] = [
  { keys: ['J', 'K'], label: 'move' },
  { keys: ['Enter'], label: 'open' },
  { keys: ['C'], label: 'note' },
  { keys: ['E'], label: 'put back' },
];

/** The keys that work while the list has the focus. */
export function KeysBar() {
  return (
    <footer className={styles.keys} aria-hidden>
      {HINTS.map(({ keys, label }) => (
        <span key={label}>
          {keys.map((key) => (
            <Key key={key}>{key}</Key>
          ))}
          {label}
        </span>
      ))}
      <span className={styles.spring} />
      <span>
        <Key>?</Key>all keys
      </span>
    </footer>
  );
}
