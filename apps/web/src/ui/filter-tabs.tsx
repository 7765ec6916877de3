import type { ReactNode } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './filter-tabs.module.css';

export interface FilterTab<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | string | undefined;
  readonly icon?: ReactNode;
}

interface FilterTabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly FilterTab<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of several views of the same list. */
export function FilterTabs<V extends string>({ label, tabs, value, onChange }: FilterTabsProps<V>) {
  return (
    <fieldset className={styles.tabs}>
      <legend className="visually-hidden">{label}</legend>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          className={classNames(styles.tab, tab.value === value && styles.current)}
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.icon}
          {tab.label}
          {tab.count !== undefined && <i>{tab.count}</i>}
        </button>
      ))}
    </fieldset>
  );
}
