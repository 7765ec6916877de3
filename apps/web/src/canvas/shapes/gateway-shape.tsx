import type { ReactNode } from 'react';
import styles from './shapes.module.css';

/** 50 by 50, with its mark around the middle. */
export const GatewayShape = ({ mark }: { readonly mark: string }) => (
  <GatewayFrame>
    <path className={styles.mark} d={mark} />
  </GatewayFrame>
);

/** The diamond; what is in it is drawn around its middle. */
export const GatewayFrame = ({ children }: { readonly children: ReactNode }) => (
  <>
    <path className={styles.outline} d="M25 1.25 48.75 25 25 48.75 1.25 25z" />
    <g transform="translate(25 25)">{children}</g>
  </>
);
