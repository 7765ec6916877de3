import { Modal } from '@mantine/core';
import { Key } from '../ui/key.tsx';
import { keyGroups } from './key-groups.ts';
import styles from './keys-dialog.module.css';
import { useScopes } from './use-shortcuts.ts';

/** The keys that work here, the screen's own first. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const scopes = useScopes((state) => state.scopes);
  return (
    <Modal opened onClose={onClose} title="Keys of this screen" size="md">
      {keyGroups(scopes).map(({ name, rows }) => (
        <section key={name} className={styles.scope}>
          <h3>{name}</h3>
          <dl>
            {rows.map(({ label, ways }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {ways.map((keys, index) => (
                    <span key={keys.join()} className={styles.way}>
                      {index > 0 && <span className="muted">or</span>}
                      {keys.map((key) => (
                        <Key key={key}>{key}</Key>
                      ))}
                    </span>
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
