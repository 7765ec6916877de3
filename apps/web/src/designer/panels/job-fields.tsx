import { DEFAULT_RETRIES, type ElementOf } from '@baton/model';
import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { useElementEdit } from './use-element-edit.ts';

type Worked = ElementOf<'serviceTask'> | ElementOf<'sendTask'> | ElementOf<'businessRuleTask'>;

/** The word workers ask for jobs by. */
export function JobTypeField({ element, description = 'Workers ask for jobs by this word' }: { readonly element: Worked; readonly description?: string }) {
  const set = useElementEdit(element.id);
  return (
    <CommitField
      label="Job type"
      description={description}
      value={element.job?.type ?? ''}
      check={checkText}
      placeholder="send-invoice"
      onCommit={(type) => set({ job: type.trim() ? { ...element.job, type: type.trim() } : null })}
    />
  );
}

/** How often a job is tried. */
export function RetriesField({ element }: { readonly element: Worked }) {
  const set = useElementEdit(element.id);
  const { job } = element;
  if (!job) return null;
  const withRetries = (text: string) => {
    const { retries: _, ...rest } = job;
    return text.trim() === '' ? rest : { ...rest, retries: /^\d+$/.test(text) ? Math.min(100, Number(text)) : text };
  };
  return (
    <CommitField
      label="Tries"
      description={`How often it is tried before it needs attention; usually ${DEFAULT_RETRIES}`}
      value={String(job.retries ?? '')}
      check={checkText}
      onCommit={(text) => set({ job: withRetries(text) })}
    />
  );
}
