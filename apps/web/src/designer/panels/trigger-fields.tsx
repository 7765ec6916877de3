import type { Element, SingleTrigger } from '@baton/model';
import { NativeSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { shownName } from '../../canvas/element-words.ts';
import { knownVariables } from '../known-variables.ts';
import { linksBeside, namesInUse } from '../names-in-use.ts';
import { undoableSteps } from '../undoable-steps.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { FormulaField } from './formula-field.tsx';
import { MessageFields } from './message-fields.tsx';
import styles from './panels.module.css';
import { SuggestField } from './suggest-field.tsx';
import { TimerFields } from './timer-fields.tsx';
import { VariableField } from './variable-field.tsx';
import { withText } from './with-text.ts';

type Of<T extends SingleTrigger['type']> = Extract<SingleTrigger, { type: T }>;

export interface TriggerFieldsProps<T extends SingleTrigger['type'] = SingleTrigger['type']> {
  /** The event it belongs to, or the step whose rounds throw it. */
  readonly element: Element;
  readonly trigger: Of<T>;
  readonly onChange: (trigger: SingleTrigger) => void;
  readonly isThrown: boolean;
  readonly canRepeat: boolean;
}

/** The properties of a trigger by name; that they belong together is the table's doing. */
const withProperty = (trigger: SingleTrigger, property: string, text: string): SingleTrigger =>
  withText<Record<string, unknown> & SingleTrigger>(trigger, property, text);

interface TextProps extends Pick<TriggerFieldsProps, 'trigger' | 'onChange'> {
  readonly property: string;
  readonly label: string;
  readonly hint: string;
}

const textOf = (trigger: SingleTrigger, property: string): string => {
  const value: unknown = Reflect.get(trigger, property);
  return typeof value === 'string' ? value : '';
};

/** A name or code that has to be the same in two places. */
function Name({ trigger, onChange, property, label, hint, used }: TextProps & { readonly used: readonly string[] }) {
  return (
    <SuggestField
      label={label}
      description={hint}
      value={textOf(trigger, property)}
      check={checkText}
      suggestions={used}
      onCommit={(text) => onChange(withProperty(trigger, property, text))}
    />
  );
}

const Variable = ({ trigger, onChange, property, label, hint }: TextProps) => (
  <VariableField label={label} description={hint} value={textOf(trigger, property)} onCommit={(name) => onChange(withProperty(trigger, property, name))} />
);

type Props<T extends SingleTrigger['type']> = TriggerFieldsProps<T>;

function SignalFields(props: Props<'signal'>) {
  const graph = useDesignerState((state) => state.graph);
  return <Name {...props} property="name" label="Signal" hint="Everything that waits for this name hears it" used={namesInUse(graph).signals} />;
}

function ErrorFields({ isThrown, ...props }: Props<'error'>) {
  const graph = useDesignerState((state) => state.graph);
  const used = namesInUse(graph).errors;
  if (isThrown) {
    return (
      <>
        <Name {...props} property="code" label="Error code" hint="What it is caught by" used={used} />
        <FormulaField
          label="What went wrong"
          description="A sentence, or a formula that gives one"
          value={props.trigger.message ?? ''}
          onCommit={(text) => props.onChange(withText(props.trigger, 'message', text))}
        />
      </>
    );
  }
  return (
    <>
      <Name {...props} property="code" label="Error code" hint="Without one: every error" used={used} />
      <Variable {...props} property="codeVariable" label="Code goes to" hint="Name of a variable, if it is asked later" />
      <Variable {...props} property="messageVariable" label="Message goes to" hint="Name of a variable, if it is shown later" />
    </>
  );
}

function EscalationFields({ isThrown, ...props }: Props<'escalation'>) {
  const graph = useDesignerState((state) => state.graph);
  const hint = isThrown ? 'What it is caught by' : 'Without one: every escalation';
  return (
    <>
      <Name {...props} property="code" label="Escalation code" hint={hint} used={namesInUse(graph).escalations} />
      {!isThrown && <Variable {...props} property="codeVariable" label="Code goes to" hint="Name of a variable, if it is asked later" />}
    </>
  );
}

function LinkFields({ element, ...props }: Props<'link'>) {
  const index = useDesignerState((state) => state.index);
  const hint = props.isThrown ? 'The path goes on where this name is waited for' : 'The path comes here from where this name is thrown';
  return <Name {...props} property="name" label="Link" hint={hint} used={linksBeside(index.scopeOf(element))} />;
}

function ConditionFields({ trigger, onChange }: TriggerFieldsProps<'conditional'>) {
  const graph = useDesignerState((state) => state.graph);
  return (
    <ConditionEditor
      label="Goes on when"
      condition={trigger.condition ?? ''}
      variables={knownVariables(graph)}
      onChange={(condition) => onChange(condition.trim() ? { type: 'conditional', condition: condition.trim() } : { type: 'conditional' })}
    />
  );
}

const CAUGHT_UNDOING = 'Draw a line from it to the step that undoes; that one is marked “Only for undoing” under Advanced.';

function CompensationFields({ trigger, onChange, isThrown, element }: TriggerFieldsProps<'compensation'>) {
  const index = useDesignerState((state) => state.index);
  if (!isThrown) return <p className={styles.hint}>{CAUGHT_UNDOING}</p>;
  const steps = undoableSteps(index, element);
  const chosen = trigger.activity === undefined ? undefined : index.element(trigger.activity);
  const offered = chosen && !steps.includes(chosen) ? [...steps, chosen] : steps;
  return (
    <>
      <NativeSelect
        size="xs"
        label="What is undone"
        value={trigger.activity ?? ''}
        onChange={(event) => onChange(withText(trigger, 'activity', event.currentTarget.value))}
        data={[{ value: '', label: 'All that was done here, last first' }, ...offered.map((step) => ({ value: step.id, label: shownName(step) }))]}
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
  signal: (props) => <SignalFields {...props} />,
  error: (props) => <ErrorFields {...props} />,
  escalation: (props) => <EscalationFields {...props} />,
  conditional: (props) => <ConditionFields {...props} />,
  compensation: (props) => <CompensationFields {...props} />,
  link: (props) => <LinkFields {...props} />,
  cancel: () => null,
  terminate: () => null,
};

/** The settings of one trigger; the table guarantees that fields and trigger belong together. */
export function TriggerFields(props: TriggerFieldsProps) {
  const Fields = FIELDS[props.trigger.type] as (props: TriggerFieldsProps) => ReactNode;
  return <Fields {...props} />;
}
