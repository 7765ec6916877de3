import styles from './shapes.module.css';

/** 50 by 50, with its mark around the middle. */
export function GatewayShape({ mark }: { readonly mark: string }) {
  return (
    <>
      <path className={styles.outline} d="M25 1.25 48.75 25 25 48.75 1.25 25z" />
      <path className={styles.mark} transform="translate(25 25)" d={mark} />
    </>
  );
}
