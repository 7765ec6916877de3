import type { SingleTrigger } from '@baton/model';
import { NativeSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { shownName } from '../../canvas/element-words.ts';
import { knownVariables } from '../known-variables.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { MessageFields } from './message-fields.tsx';
import { TimerFields } from './timer-fields.tsx';

type Of<T extends SingleTrigger['type']> = Extract<SingleTrigger, { type: T }>;

export interface TriggerFieldsProps<T extends SingleTrigger['type'] = SingleTrigger['type']> {
  readonly trigger: Of<T>;
  readonly onChange: (trigger: SingleTrigger) => void;
  readonly isThrown: boolean;
  readonly canRepeat: boolean;
}

/** A property that is taken away when its text is emptied. */
function withText<T extends object>(trigger: T, property: string, text: string): T {
  const { [property]: _before, ...rest } = trigger as Record<string, unknown>;
  return (text.trim() ? { ...rest, [property]: text.trim() } : rest) as T;
}

function Text({
  trigger,
  onChange,
  property,
  label,
  hint,
}: Pick<TriggerFieldsProps, 'trigger' | 'onChange'> & { readonly property: string; readonly label: string; readonly hint: string }) {
  const value = (trigger as Record<string, unknown>)[property];
  return (
    <CommitField
      label={label}
      description={hint}
      value={typeof value === 'string' ? value : ''}
      check={checkText}
      onCommit={(text) => onChange(withText(trigger, property, text))}
    />
  );
}

function ConditionFields({ trigger, onChange }: TriggerFieldsProps<'conditional'>) {
  const graph = useDesignerState((state) => state.graph);
  return (
    <ConditionEditor
      label="Goes on when"
      condition={trigger.condition ?? ''}
      variables={knownVariables(graph)}
      onChange={(condition) => onChange(withText({ type: 'conditional' as const }, 'condition', condition))}
    />
  );
}

function CompensationFields({ trigger, onChange, isThrown }: TriggerFieldsProps<'compensation'>) {
  const graph = useDesignerState((state) => state.graph);
  if (!isThrown) return null;
  const undoable = graph.elements.filter(
    (element) =>
      'loop' in element ||
      graph.elements.some((each) => each.type === 'boundaryEvent' && each.attachedTo === element.id && each.trigger?.type === 'compensation'),
  );
  return (
    <>
      <NativeSelect
        size="xs"
        label="What is undone"
        value={trigger.activity ?? ''}
        onChange={(event) => onChange(withText(trigger, 'activity', event.currentTarget.value))}
        data={[{ value: '', label: 'All that was done here, last first' }, ...undoable.map((element) => ({ value: element.id, label: shownName(element) }))]}
      />
      <Switch
        size="xs"
        label="Waits until all is undone"
        checked={trigger.waitForCompletion !== false}
        onChange={(event) => {
          const { waitForCompletion: _before, ...rest } = trigger;
          onChange(event.currentTarget.checked ? rest : { ...rest, waitForCompletion: false });
        }}
      />
    </>
  );
}

/** What can be set of each kind of trigger. */
const FIELDS: { readonly [T in SingleTrigger['type']]: (props: TriggerFieldsProps<T>) => ReactNode } = {
  timer: ({ trigger, onChange, canRepeat }) => <TimerFields timer={trigger} onChange={onChange} canRepeat={canRepeat} />,
  message: ({ trigger, onChange, isThrown }) => (
    <MessageFields message={trigger} isThrown={isThrown} onChange={(message) => onChange({ ...message, type: 'message' })} />
  ),
  signal: (props) => <Text {...props} property="name" label="Signal" hint="Everything in the tenant that waits for this name hears it" />,
  error: ({ isThrown, ...props }) => (
    <>
      <Text {...props} property="code" label="Error code" hint={isThrown ? 'What it is caught by' : 'Empty: every error'} />
      {isThrown ? (
        <Text {...props} property="message" label="Message" hint="What went wrong, in a sentence" />
      ) : (
        <>
          <Text {...props} property="codeVariable" label="Code goes to" hint="Name of a variable" />
          <Text {...props} property="messageVariable" label="Message goes to" hint="Name of a variable" />
        </>
      )}
    </>
  ),
  escalation: ({ isThrown, ...props }) => (
    <>
      <Text {...props} property="code" label="Escalation code" hint={isThrown ? 'What it is caught by' : 'Empty: every escalation'} />
      {!isThrown && <Text {...props} property="codeVariable" label="Code goes to" hint="Name of a variable" />}
    </>
  ),
  conditional: (props) => <ConditionFields {...props} />,
  compensation: (props) => <CompensationFields {...props} />,
  link: (props) => <Text {...props} property="name" label="Link" hint="The path goes on at the link of the same name beside it" />,
  cancel: () => null,
  terminate: () => null,
};

/** The settings of one trigger; the table guarantees that fields and trigger belong together. */
export function TriggerFields(props: TriggerFieldsProps) {
  const Fields = FIELDS[props.trigger.type] as (props: TriggerFieldsProps) => ReactNode;
  return <Fields {...props} />;
}
