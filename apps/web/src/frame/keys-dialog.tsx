import { Modal } from '@mantine/core';
import { Key } from '../ui/key.tsx';
import styles from './keys-dialog.module.css';
import { useScopes } from './use-shortcuts.ts';

/** The keys that work here, the screen's own first. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const scopes = useScopes((state) => state.scopes).filter((scope) => scope.shortcuts.length > 0);
  return (
    <Modal opened onClose={onClose} title="Keys of this screen" size="md">
      {scopes.toReversed().map((scope) => (
        <section key={scope.name} className={styles.scope}>
          <h3>{scope.name}</h3>
          <dl>
            {scope.shortcuts.map(({ keys, label }) => (
              <div key={keys}>
                <dt>{label}</dt>
                <dd>
                  {keys.split(/[ +](?=.)/).map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
