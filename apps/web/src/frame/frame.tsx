import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { may, useMe } from '../api/session.ts';
import { LiveRegion } from './announce.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { destinationsOf } from './destinations.ts';
import styles from './frame.module.css';
import { Rail } from './rail.tsx';
import { useShortcutListener } from './shortcut-listener.ts';
import { TopBar } from './top-bar.tsx';
import { useLiveLists } from './use-live-lists.ts';
import { useShortcuts } from './use-shortcuts.ts';

const loadSearch = () => import('./search.tsx');
const Search = lazy(() => loadSearch().then(({ Search }) => ({ default: Search })));
const BottomBar = lazy(() => import('./bottom-bar.tsx').then(({ BottomBar }) => ({ default: BottomBar })));
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then(({ KeysDialog }) => ({ default: KeysDialog })));
const StartSomething = lazy(() => import('../processes/start-something.tsx').then(({ StartSomething }) => ({ default: StartSomething })));

type Overlay = 'search' | 'keys' | 'start' | null;

/** What is around every screen: rail, top bar, keys, live lists. */
export function Frame() {
  const me = useMe();
  const navigate = useNavigate();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const isTaskOpen = useRouterState({ select: (state) => /^\/inbox\/./.test(state.location.pathname) });
  const isPhone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const close = () => setOverlay(null);
  useLiveLists(may(me, 'incident:read'));
  useShortcutListener();
  // Ctrl K must be there at once: whoever presses it types on.
  useEffect(() => {
    const timer = setTimeout(() => void loadSearch(), 2_000);
    return () => clearTimeout(timer);
  }, []);
  useShortcuts('Everywhere', [
    { keys: 'Ctrl+K', label: 'Search or jump to', run: () => setOverlay('search'), whileTyping: true },
    { keys: '?', label: 'Keys of this screen', run: () => setOverlay('keys') },
    ...destinationsOf(me).flatMap(({ key, label, to }) => (key ? [{ keys: `G ${key}`, label: `Go to ${label}`, run: () => void navigate({ to }) }] : [])),
  ]);
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <Rail />
      <TopBar onSearch={() => setOverlay('search')} onHelp={() => setOverlay('keys')} />
      <div className={styles.body}>
        <ConnectionBanner />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Suspense fallback={null}>{isPhone && !isTaskOpen && <BottomBar onStart={() => setOverlay('start')} />}</Suspense>
      <LiveRegion />
      <Suspense fallback={null}>
        {overlay === 'search' && <Search onClose={close} />}
        {overlay === 'keys' && <KeysDialog onClose={close} />}
        {overlay === 'start' && <StartSomething onClose={close} />}
      </Suspense>
    </div>
  );
}
