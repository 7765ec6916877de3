import { Tooltip } from '@mantine/core';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import styles from './designer-bar.module.css';
import type { SaveState } from './draft/autosave.ts';
import { useDesignerState } from './use-designer.ts';

const timeOf = (at: Date) => at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

const WORDS: { readonly [S in SaveState['status']]: (state: Extract<SaveState, { status: S }>) => string } = {
  saved: ({ at }) => (at ? `Saved ${timeOf(at)}` : 'Saved'),
  saving: () => 'Saving …',
  'local-only': () => 'Saved on this device only, retrying',
};
const wordsOf = <S extends SaveState['status']>(state: Extract<SaveState, { status: S }>) => WORDS[state.status as S](state);

/** Whether the draft is with the server. */
export function SaveStatus() {
  const save = useDesignerState((state) => state.save);
  return (
    <Tooltip label={save.status === 'local-only' ? save.reason : 'The draft saves itself; nobody sees it before you publish.'} multiline maw={320}>
      <span className={styles.saved} data-status={save.status} role="status">
        <ToolIcon name={save.status === 'local-only' ? 'incident' : 'check'} size={16} />
        {wordsOf(save)}
      </span>
    </Tooltip>
  );
}
