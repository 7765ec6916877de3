import '@mantine/core/styles/Tabs.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { TABS, type Tab } from '../instance-search.ts';
import styles from './lower-pane.module.css';

const LABELS: { readonly [T in Tab]: string } = { timeline: 'Timeline', data: 'Data', tasks: 'Tasks', events: 'Events' };

interface LowerPaneProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly counts: Partial<Record<Tab, number>>;
  /** Of the open tab, on the right of the tabs. */
  readonly tools: ReactNode;
  readonly children: ReactNode;
}

/** Tabs about the instance, below the diagram. */
export function LowerPane({ tab, onTab, counts, tools, children }: LowerPaneProps) {
  return (
    <Tabs
      value={tab}
      onChange={(value) => {
        const chosen = TABS.find((one) => one === value);
        if (chosen) onTab(chosen);
      }}
      classNames={{ root: styles.pane ?? '', list: styles.list ?? '', tab: styles.tab ?? '', panel: styles.panel ?? '' }}
    >
      <div className={styles.head}>
        <Tabs.List aria-label="About this instance">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {LABELS[one]}
              {counts[one] !== undefined && <small>{counts[one]}</small>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={styles.tools}>{tools}</div>
      </div>
      <Tabs.Panel value={tab} tabIndex={0}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
