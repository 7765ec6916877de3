import { Button } from '@mantine/core';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { counted } from '../ui/counted.ts';
import styles from './import-panel.module.css';
import { type GraphFile, readGraphFile } from './read-graph-file.ts';
import { useCreateProcess } from './use-create-process.ts';

type ProblemLine = Extract<GraphFile, { ok: false }>['problems'][number];

function Problems({ problems }: { problems: readonly ProblemLine[] }) {
  return (
    <div role="alert" className={styles.problems}>
      <h3>
        <IconAlertTriangle className="icon" aria-hidden="true" />
        Nothing was imported: {counted(problems.length, 'problem')} in the file
      </h3>
      <ol>
        {problems.map((problem) => (
          <li key={`${problem.elementId}${problem.path}${problem.message}`}>
            {problem.elementId && <b>{problem.elementId}: </b>}
            {problem.message}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A process from a file that was exported as JSON. All or nothing; every problem is listed with its element. */
export function ImportPanel() {
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<readonly ProblemLine[]>([]);
  const create = useCreateProcess();
  const read = async (file: File | undefined) => {
    if (!file) return;
    create.reset();
    const result = await readGraphFile(file);
    setFound(result.ok ? [] : result.problems);
    if (result.ok) create.mutate({ name: result.graph.name, graph: result.graph });
  };
  const fromServer = isProblem(create.error)
    ? (create.error.problem?.problems ?? [{ message: create.error.detail }])
    : create.error
      ? [{ message: sentenceOf(create.error) }]
      : [];
  const problems = found.length > 0 ? found : fromServer;
  return (
    <div className={styles.panel}>
      <p className="muted">Choose a process that was exported as JSON. You get a draft of your own; nothing is published.</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="JSON file"
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          // The same file again, once mended, is a change too.
          event.currentTarget.value = '';
        }}
      />
      <Button size="lg" variant="default" leftSection={<IconUpload className="icon" />} loading={create.isPending} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      {problems.length > 0 && <Problems problems={problems} />}
    </div>
  );
}
