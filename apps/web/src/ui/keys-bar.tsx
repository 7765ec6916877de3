import { Key } from './key.tsx';
import styles from './keys-bar.module.css';

interface KeysBarProps {
  readonly hints: readonly { readonly keys: readonly string[]; readonly label: string }[];
}

/** The keys that work on a list, at its foot. */
export function KeysBar({ hints }: KeysBarProps) {
  return (
    <footer className={styles.keys} aria-hidden>
      {hints.map(({ keys, label }) => (
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
