import { Modal, Skeleton, TextInput } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api/api-problem.ts';
import { shownProcesses } from './process-tabs.ts';
import { processesQuery } from './processes-query.ts';
import styles from './start-something.module.css';
import { useStart } from './use-start.tsx';

/** Everything somebody can start, to search in. */
export function StartSomething({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('');
  const { data, error } = useQuery(processesQuery);
  const { start, dialog } = useStart(onClose);
  const startable = shownProcesses(data?.filter((process) => process.isStartable) ?? [], 'all', words);
  return (
    <>
      <Modal opened onClose={onClose} title="Start a process" size="md">
        <TextInput
          data-autofocus
          aria-label="Find a process"
          placeholder="Find a process"
          leftSection={<IconSearch className="icon" aria-hidden="true" />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <ul className={styles.list}>
          {startable.map((process) => (
            <li key={process.key}>
              <button type="button" className={styles.item} onClick={() => start(process.key)}>
                <span className={styles.text}>
                  <b>{process.name}</b>
                  {process.description && <span className="cut muted">{process.description}</span>}
                </span>
                <IconChevronRight className="icon" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        {!data && !error && <Skeleton height={120} mt={12} />}
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {data && startable.length === 0 && (
          <p className={styles.none}>{words ? 'No process of that name.' : 'There is nothing to start yet: no process has been published.'}</p>
        )}
      </Modal>
      {dialog}
    </>
  );
}
