import { ActionIcon } from '@mantine/core';
import { IconHelpCircle, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Key } from '../ui/key.tsx';
import { usePageState } from './page-state.ts';
import styles from './top-bar.module.css';
import { TopBarSlot, useIsTopBarFilled } from './top-bar-slot.tsx';
import { UserButton } from './user-button.tsx';

function Breadcrumb() {
  const crumbs = usePageState((state) => state.crumbs);
  return (
    <nav className={styles.crumbs} aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ label, to }, index) => (
          <li key={`${to ?? ''}${label}`} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {to ? (
              <Link to={to} className="cut">
                {label}
              </Link>
            ) : (
              <span className="cut">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface TopBarProps {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

export function TopBar({ onSearch, onHelp }: TopBarProps) {
  const isFilled = useIsTopBarFilled();
  return (
    <header className={styles.top}>
      <Breadcrumb />
      <TopBarSlot className={styles.slot ?? ''} />
      {isFilled ? (
        <ActionIcon onClick={onSearch} aria-label="Search or jump to" title="Search (Ctrl K)">
          <IconSearch className="icon-large" />
        </ActionIcon>
      ) : (
        <button type="button" className={styles.find} onClick={onSearch} aria-keyshortcuts="Control+K">
          <IconSearch className="icon" aria-hidden="true" />
          <span>Search or jump to</span>
          <Key>Ctrl K</Key>
        </button>
      )}
      <ActionIcon onClick={onHelp} aria-label="Keys of this screen" title="Keys of this screen (?)" className={styles.help}>
        <IconHelpCircle className="icon-large" />
      </ActionIcon>
      <UserButton />
    </header>
  );
}
