import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { may, useMe } from '../api/session.ts';
import { StartDialog } from '../forms/start-dialog.tsx';
import { usePage } from '../frame/page-state.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { PagePending } from '../ui/page-pending.tsx';
import { DesignerBar } from './designer-bar.tsx';
import { BOARD_KEYS } from './designer-keys.ts';
import styles from './designer-page.module.css';
import { DesignerView } from './designer-view.tsx';
import { type OpenDraft, openDraft } from './open-draft.ts';
import { PublishSheet } from './publish-sheet.tsx';
import { DesignerContext, useDesignerState } from './use-designer.ts';

/** One process, drawn: opens its draft and shows the designer over it. */
export function DesignerPage() {
  const { processKey } = useParams({ from: '/signed-in/frame/processes/$processKey' });
  const me = useMe();
  const [draft, setDraft] = useState<OpenDraft>();
  const [failure, setFailure] = useState<unknown>(null);
  usePage([{ label: 'Processes', to: '/processes' }]);

  useEffect(() => {
    let isCurrent = true;
    let opened: OpenDraft | undefined;
    openDraft(processKey, me.id).then(
      (open) => {
        if (!isCurrent) return open.close();
        opened = open;
        setDraft(open);
      },
      (error: unknown) => setFailure(error),
    );
    return () => {
      isCurrent = false;
      setDraft(undefined);
      opened?.close();
    };
  }, [processKey, me.id]);

  if (failure !== null) throw failure;
  if (!draft) return <PagePending />;
  return (
    <DesignerContext value={draft.designer}>
      <Designer processKey={processKey} draft={draft} />
    </DesignerContext>
  );
}

type Dialog = 'publish' | 'start' | null;

function Designer({ processKey, draft }: { readonly processKey: string; readonly draft: OpenDraft }) {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<Dialog>(null);
  const name = useDesignerState((state) => state.graph.name);
  const process = useQuery({ queryKey: queryKeys.process(processKey), queryFn: ({ signal }) => api.getProcess({ params: { key: processKey }, signal }) });
  const version = process.data?.version ?? null;

  useEffect(() => {
    document.title = `${name} · Processes · Baton`;
  }, [name]);
  const save = () => {
    draft.flush().then(
      () => draft.designer.say('Saved.'),
      () => draft.designer.say('Saved on this device; the server will get it as soon as it can be reached.'),
    );
  };
  useShortcuts('Designer', [{ keys: 'Ctrl+S', label: 'Save now', run: save, whileTyping: true }, ...BOARD_KEYS]);
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{name}</h1>
      <DesignerBar
        canPublish={may(me, 'process:publish')}
        canStart={version !== null && process.data?.isStartable === true && may(me, 'process:start')}
        onPublish={() => setDialog('publish')}
        onStart={() => setDialog('start')}
      />
      <DesignerView status={statusOf(version, process.data?.running ?? 0)} />
      <PublishSheet
        opened={dialog === 'publish'}
        version={version}
        flush={draft.flush}
        onClose={() => setDialog(null)}
        onStart={() => {
          setDialog('start');
          void queryClient.invalidateQueries({ queryKey: queryKeys.process(processKey) });
        }}
      />
      <StartDialog
        processKey={processKey}
        opened={dialog === 'start'}
        onClose={() => setDialog(null)}
        onStarted={(instanceId) => void navigate({ to: '/instances/$instanceId', params: { instanceId } })}
      />
    </div>
  );
}

const statusOf = (version: number | null, running: number): string => (version === null ? 'Never published' : `v${version} live, ${running} running`);
