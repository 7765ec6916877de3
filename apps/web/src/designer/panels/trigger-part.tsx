import { ELEMENTS, type Element, SINGLE_TRIGGERS, type SingleTrigger, type Trigger, type TriggerType, triggersAt } from '@baton/model';
import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useDesignerState } from '../use-designer.ts';
import styles from './panels.module.css';
import { TriggerFields } from './trigger-fields.tsx';
import { TRIGGER_WORDS } from './trigger-words.ts';
import { useElementEdit } from './use-element-edit.ts';

type Event = Extract<Element, { trigger?: Trigger | undefined }>;

interface TriggerPartProps {
  readonly element: Event;
  readonly isThrown: boolean;
  /** A timer here may go off again and again. */
  readonly canRepeat?: boolean;
}

const isSingle = (type: string): type is SingleTrigger['type'] => Object.hasOwn(SINGLE_TRIGGERS, type);
const isSeveral = (trigger: Trigger | undefined): trigger is Extract<Trigger, { triggers: unknown }> => trigger !== undefined && 'triggers' in trigger;

/** A trigger of that kind with nothing set; several keep what there was. */
function fresh(type: TriggerType, before: Trigger | undefined): Trigger {
  if (type === 'multiple' || type === 'parallelMultiple') return { type, triggers: isSeveral(before) ? before.triggers : before ? [before] : [] };
  return type === 'timer' ? { type, duration: 'P1D' } : { type };
}

/** What an event waits for, or throws: the kind first, then what belongs to it. */
export function TriggerPart({ element, isThrown, canRepeat = false }: TriggerPartProps) {
  const set = useElementEdit(element.id);
  const index = useDesignerState((state) => state.index);
  const { trigger } = element;
  const words = (type: TriggerType | 'none') => TRIGGER_WORDS[type][isThrown ? 'thrown' : 'caught'];
  const allowed = triggersAt(index, element);
  const kinds = [...new Set([...allowed, trigger?.type ?? null])].map((type) => type ?? 'none');
  const title = isThrown ? 'What it throws' : 'What it waits for';
  if (kinds.length === 1 && kinds[0] === 'none') return null;
  return (
    <section className={styles.fields} aria-label={title}>
      <NativeSelect
        size="xs"
        label={title}
        value={trigger?.type ?? 'none'}
        onChange={(event) => {
          const type = event.currentTarget.value as TriggerType | 'none';
          set({ trigger: type === 'none' ? null : fresh(type, trigger) });
        }}
        data={kinds.map((type) => ({ value: type, label: words(type) }))}
      />
      {isSeveral(trigger) ? (
        <Several
          element={element}
          trigger={trigger}
          isThrown={isThrown}
          canRepeat={canRepeat}
          kinds={kinds.filter(isSingle)}
          onChange={(next) => set({ trigger: next })}
        />
      ) : (
        trigger && <TriggerFields element={element} trigger={trigger} isThrown={isThrown} canRepeat={canRepeat} onChange={(next) => set({ trigger: next })} />
      )}
      {trigger && <p className={styles.hint}>{`BPMN: ${ELEMENTS[element.type].standardName}, ${trigger.type}`}</p>}
    </section>
  );
}

interface SeveralProps {
  readonly element: Event;
  readonly trigger: Extract<Trigger, { triggers: unknown }>;
  readonly isThrown: boolean;
  readonly canRepeat: boolean;
  readonly kinds: readonly SingleTrigger['type'][];
  readonly onChange: (trigger: Trigger) => void;
}

function Several({ element, trigger, isThrown, canRepeat, kinds, onChange }: SeveralProps) {
  const write = (triggers: SingleTrigger[]) => onChange({ ...trigger, triggers });
  return (
    <div className={styles.rows}>
      {trigger.triggers.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: triggers have no id, and their place is what tells them apart
        <section key={at} className={styles.row} aria-label={`${at + 1}. ${TRIGGER_WORDS[each.type][isThrown ? 'thrown' : 'caught']}`}>
          <div className={styles.rowHead}>
            <span>
              {at + 1}. {TRIGGER_WORDS[each.type][isThrown ? 'thrown' : 'caught']}
            </span>
            <ActionIcon size={28} aria-label={`Remove trigger ${at + 1}`} onClick={() => write(trigger.triggers.filter((_, other) => other !== at))}>
              <IconTrash className="icon" aria-hidden />
            </ActionIcon>
          </div>
          <TriggerFields
            element={element}
            trigger={each}
            isThrown={isThrown}
            canRepeat={canRepeat}
            onChange={(next) => write(trigger.triggers.map((other, place) => (place === at ? next : other)))}
          />
        </section>
      ))}
      <div className={styles.row}>
        <NativeSelect
          size="xs"
          aria-label="Add a trigger"
          value=""
          onChange={(event) => {
            const type = event.currentTarget.value;
            if (isSingle(type)) write([...trigger.triggers, type === 'timer' ? { type, duration: 'P1D' } : { type }]);
          }}
          data={[
            { value: '', label: 'Add a trigger …' },
            ...kinds.map((type) => ({ value: type, label: TRIGGER_WORDS[type][isThrown ? 'thrown' : 'caught'] })),
          ]}
        />
      </div>
    </div>
  );
}
