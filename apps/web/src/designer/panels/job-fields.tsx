import { DEFAULT_RETRIES, type ElementOf } from '@baton/model';
import { namesInUse } from '../names-in-use.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { JobHeaders } from './job-headers.tsx';
import { SuggestField } from './suggest-field.tsx';
import { useElementEdit } from './use-element-edit.ts';

const MAX_RETRIES = 100;
export type Worked = ElementOf<'serviceTask'> | ElementOf<'sendTask'> | ElementOf<'businessRuleTask'>;

/** The word workers ask for jobs by. */
export function JobTypeField({ element, description = 'Workers ask for jobs by this word' }: { readonly element: Worked; readonly description?: string }) {
  const set = useElementEdit(element.id);
  const graph = useDesignerState((state) => state.graph);
  return (
    <SuggestField
      label="Job type"
      description={description}
      suggestions={namesInUse(graph).jobs}
      value={element.job?.type ?? ''}
      check={checkText}
      placeholder="send-invoice"
      onCommit={(type) => set({ job: type.trim() ? { ...element.job, type: type.trim() } : null })}
    />
  );
}

/** What few set of a job: how often it is tried, and settings for the worker. */
export function JobAdvanced({ element }: { readonly element: Worked }) {
  const set = useElementEdit(element.id);
  const { job } = element;
  if (!job) return null;
  const { retries: _retries, ...withoutRetries } = job;
  const retriesOf = (text: string) => (/^\d+$/.test(text.trim()) ? Math.min(MAX_RETRIES, Number(text)) : text.trim());
  return (
    <>
      <CommitField
        label="Tries"
        description={`How often it is tried before it needs attention; usually ${DEFAULT_RETRIES}`}
        value={String(job.retries ?? '')}
        check={checkText}
        onCommit={(text) => set({ job: text.trim() ? { ...job, retries: retriesOf(text) } : withoutRetries })}
      />
      <JobHeaders job={job} onChange={(next) => set({ job: next })} />
    </>
  );
}
