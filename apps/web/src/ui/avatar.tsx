import { classNames } from '../theme/class-names.ts';
import styles from './avatar.module.css';

/** `Sara Keller` -> `SK`, `Finance` -> `F`. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s.]+/u)
    .filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

interface AvatarProps {
  readonly name: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly isMe?: boolean;
}

/** Initials, beside a name that is written out: silent for screen readers. */
export function Avatar({ name, size = 'medium', isMe = false }: AvatarProps) {
  return (
    <span className={classNames(styles.avatar, styles[size], isMe && styles.me)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
