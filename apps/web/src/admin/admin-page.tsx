import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import page from '../ui/page.module.css';
import styles from './admin-page.module.css';

interface AdminPageProps {
  readonly title: string;
  /** The one primary button. */
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/** The pages of Admin, side by side. */
export function AdminPage({ title, action, children }: AdminPageProps) {
  return (
    <div className={page.page}>
      <div className={page.head}>
        <h1>{title}</h1>
        {action}
      </div>
      <nav className={styles.tabs} aria-label="Admin">
        <Link to="/admin/users" activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
          Users
        </Link>
        <Link to="/admin/groups" activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
          Groups
        </Link>
      </nav>
      {children}
    </div>
  );
}
