import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';

const StartDialog = lazy(() => import('../forms/start-dialog.tsx').then(({ StartDialog }) => ({ default: StartDialog })));

/** Starts a process: its form in a dialog, then the running instance. `dialog` belongs somewhere on the page. */
export function useStart(onStarted?: () => void): { readonly start: (processKey: string) => void; readonly dialog: ReactNode } {
  const navigate = useNavigate();
  const [processKey, setProcessKey] = useState<string | null>(null);
  const started = (instanceId: string) => {
    setProcessKey(null);
    onStarted?.();
    void navigate({ to: '/instances/$instanceId', params: { instanceId } });
  };
  const dialog = processKey && (
    <Suspense fallback={null}>
      <StartDialog processKey={processKey} opened onClose={() => setProcessKey(null)} onStarted={started} />
    </Suspense>
  );
  return { start: setProcessKey, dialog };
}
