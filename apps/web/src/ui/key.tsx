import styles from './key.module.css';

/** A key as it is printed on it. */
export const Key = ({ children }: { children: string }) => <kbd className={styles.key}>{children}</kbd>;
