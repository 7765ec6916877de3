import type { Element, MultiInstance, SingleTrigger } from '@baton/model';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { checkFeel } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';
import { TriggerFields } from './trigger-fields.tsx';

type Behaviour = NonNullable<MultiInstance['behaviour']>;

const BEHAVIOURS: { readonly [B in Behaviour]: string } = {
  all: 'Never',
  none: 'After each round',
  one: 'After the first round',
  complex: 'When a condition is true',
};
const isBehaviour = (text: string): text is Behaviour => Object.hasOwn(BEHAVIOURS, text);

/** What a round may throw (BPMN 2.0.2, 10.3.8). */
const THROWN = { signal: 'Signal', message: 'Message', escalation: 'Escalation', error: 'Error', compensation: 'Undo (compensation)' } as const;
const isThrown = (text: string): text is keyof typeof THROWN => Object.hasOwn(THROWN, text);

interface RoundEventsProps {
  readonly element: Element;
  readonly loop: MultiInstance;
  readonly onChange: (loop: MultiInstance) => void;
}

/** Events that rounds throw to the border of their step. */
export function RoundEvents({ element, loop, onChange }: RoundEventsProps) {
  const { behaviour = 'all', event, events = [], ...rest } = loop;
  const first: SingleTrigger = event ?? { type: 'signal' };
  const choose = (next: Behaviour) => {
    if (next === 'all') onChange(rest);
    else if (next === 'complex') onChange({ ...rest, behaviour: next, events: events.length ? events : [{ condition: '', event: first }] });
    else onChange({ ...rest, behaviour: next, event: events[0]?.event ?? first });
  };
  return (
    <section className={styles.fields} aria-label="What rounds throw">
      <NativeSelect
        size="xs"
        label="Throws an event to its border"
        description="A border event of the step catches it"
        value={behaviour}
        onChange={(change) => {
          if (isBehaviour(change.currentTarget.value)) choose(change.currentTarget.value);
        }}
        data={Object.entries(BEHAVIOURS).map(([value, label]) => ({ value, label }))}
      />
      {(behaviour === 'none' || behaviour === 'one') && (
        <ThrownEvent element={element} event={first} onChange={(next) => onChange({ ...rest, behaviour, event: next })} />
      )}
      {behaviour === 'complex' && <ConditionalEvents element={element} events={events} onChange={(next) => onChange({ ...rest, behaviour, events: next })} />}
    </section>
  );
}

interface ThrownEventProps {
  readonly element: Element;
  readonly event: SingleTrigger;
  readonly onChange: (event: SingleTrigger) => void;
}

const ThrownEvent = ({ element, event, onChange }: ThrownEventProps) => (
  <>
    <NativeSelect
      size="xs"
      aria-label="Kind of event"
      value={event.type}
      onChange={(change) => {
        if (isThrown(change.currentTarget.value)) onChange({ type: change.currentTarget.value });
      }}
      data={Object.entries(THROWN).map(([value, label]) => ({ value, label }))}
    />
    <TriggerFields element={element} trigger={event} isThrown canRepeat={false} onChange={onChange} />
  </>
);

interface ConditionalEventsProps {
  readonly element: Element;
  readonly events: NonNullable<MultiInstance['events']>;
  readonly onChange: (events: NonNullable<MultiInstance['events']>) => void;
}

function ConditionalEvents({ element, events, onChange }: ConditionalEventsProps) {
  const change = (at: number, part: Partial<(typeof events)[number]>) => onChange(events.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      <div className={styles.rows}>
        {events.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no id, and their place is what tells them apart
          <section key={at} className={styles.row} aria-label={`Event ${at + 1}`}>
            <div className={styles.rowHead}>
              <span>Event {at + 1}</span>
              <ActionIcon
                size={28}
                aria-label={`Remove event ${at + 1}`}
                disabled={events.length < 2}
                onClick={() => onChange(events.filter((_, index) => index !== at))}
              >
                <IconTrash className="icon" aria-hidden />
              </ActionIcon>
            </div>
            <CommitField
              label="When (FEEL)"
              description="Asked after each round"
              placeholder="numberOfCompletedInstances = 3"
              value={each.condition}
              check={checkFeel}
              isCode
              onCommit={(text) => change(at, { condition: text.trim() })}
            />
            <ThrownEvent element={element} event={each.event} onChange={(event) => change(at, { event })} />
          </section>
        ))}
      </div>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus className="icon" aria-hidden />}
        onClick={() => onChange([...events, { condition: '', event: { type: 'signal' } }])}
      >
        Add an event
      </Button>
    </>
  );
}
