import type { ElementOf } from '@baton/model';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useDesigner } from '../use-designer.ts';
import { CommitField } from './commit-field.tsx';
import { FormulaField } from './formula-field.tsx';
import styles from './panels.module.css';

type Job = NonNullable<ElementOf<'serviceTask'>['job']>;

interface JobHeadersProps {
  readonly job: Job;
  readonly onChange: (job: Job) => void;
}

/** Fixed settings that go to the worker with each job, by name. */
export function JobHeaders({ job, onChange }: JobHeadersProps) {
  const designer = useDesigner();
  const entries = Object.entries(job.headers ?? {});
  const write = (next: readonly (readonly [string, string])[]) => {
    const { headers: _headers, ...rest } = job;
    onChange(next.length ? { ...rest, headers: Object.fromEntries(next) } : rest);
  };
  const change = (at: number, entry: readonly [string, string]) => write(entries.map((before, index) => (index === at ? entry : before)));
  const rename = (at: number, name: string, value: string) => {
    if (!name || entries.some(([other], index) => index !== at && other === name))
      designer.say(`Expected a name of its own for each setting, but “${name}” is none.`);
    else change(at, [name, value]);
  };
  const add = () => {
    let number = entries.length + 1;
    while (entries.some(([name]) => name === `setting${number}`)) number++;
    write([...entries, [`setting${number}`, '']]);
  };
  return (
    <section className={styles.condition} aria-label="Settings for the worker">
      <h3 className={styles.heading}>Settings for the worker</h3>
      {entries.map(([name, value], at) => (
        <div key={name} className={styles.pair}>
          <CommitField label="Name" value={name} onCommit={(next) => rename(at, next.trim(), value)} />
          <FormulaField label="Value" value={value} onCommit={(next) => change(at, [name, next])} />
          <ActionIcon mt={24} size={28} aria-label={`Remove ${name}`} onClick={() => write(entries.filter((_, index) => index !== at))}>
            <IconTrash className="icon" aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <p className={styles.hint}>The worker gets them with each job (headers).</p>
      <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={add}>
        Add a setting
      </Button>
    </section>
  );
}
