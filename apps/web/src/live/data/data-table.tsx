import type { InstanceView, LiveEvent } from '@baton/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { classNames } from '../../theme/class-names.ts';
import type { GraphWords } from '../graph-words.ts';
import { INITIATOR } from '../key-facts.ts';
import { sayMoment } from '../words/when.ts';
import styles from './data-table.module.css';
import { type Change, type DataVariable, dataTree, type Json } from './data-tree.ts';
import { partsOf, sayValue } from './value-words.ts';
import { VariableEditor } from './variable-editor.tsx';

interface DataTableProps {
  readonly instanceId: string;
  readonly view: InstanceView;
  readonly log: readonly LiveEvent[];
  readonly words: GraphWords;
  readonly now: number;
  readonly mayChange: boolean;
}

/** Variables of the process and of the steps that have their own; who changed each last, and from what. */
export function DataTable(props: DataTableProps) {
  const { instanceId, view, log, words } = props;
  const scopes = useMemo(() => dataTree(view, log, words), [view, log, words]);
  const [edited, setEdited] = useState<{ scope: string; variable: DataVariable } | null>(null);
  if (scopes.every(({ variables }) => variables.length === 0))
    return <p className={styles.empty}>There is no data yet. What people fill in and steps find out stands here.</p>;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">Changed</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        {scopes.map(({ key, name, variables }) => (
          <tbody key={key}>
            {scopes.length > 1 && (
              <tr className={styles.scope}>
                <th scope="rowgroup" colSpan={4}>
                  {name}
                </th>
              </tr>
            )}
            {variables.map((variable) => (
              <Variable key={variable.name} variable={variable} onEdit={() => setEdited({ scope: key, variable })} {...props} />
            ))}
          </tbody>
        ))}
      </table>
      {edited && <VariableEditor instanceId={instanceId} scope={edited.scope} variable={edited.variable} onClose={() => setEdited(null)} />}
    </>
  );
}

function Variable({ variable, view, words, now, mayChange, onEdit }: DataTableProps & { readonly variable: DataVariable; readonly onEdit: () => void }) {
  const { name, label, value, change, isLatest } = variable;
  const declared = words.graph.variables?.find((declaration) => declaration.name === name);
  return (
    <ValueRow
      name={
        <>
          {label} {label !== name && <code>{name}</code>}
        </>
      }
      value={value}
      said={name === INITIATOR && value === view.startedBy?.userId ? view.startedBy.name : sayValue(value, declared)}
      depth={0}
      isLatest={isLatest}
      changed={change && <Changed change={change} words={words} now={now} said={change.before === undefined ? null : sayValue(change.before, declared)} />}
      action={
        mayChange && (
          <Tooltip label="Change">
            <ActionIcon size={24} aria-label={`Change ${label}`} onClick={onEdit}>
              <IconPencil className="icon" />
            </ActionIcon>
          </Tooltip>
        )
      }
    />
  );
}

interface ValueRowProps {
  readonly name: ReactNode;
  readonly value: Json;
  readonly said: string;
  readonly depth: number;
  readonly isLatest?: boolean;
  readonly changed?: ReactNode;
  readonly action?: ReactNode;
}

/** Indented up to here, then no further. */
const DEEPEST = 4;

/** One value; a list or an object opens below it. */
function ValueRow({ name, value, said, depth, isLatest = false, changed, action }: ValueRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const parts = partsOf(value);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <tr className={classNames(isLatest && styles.latest)} data-depth={Math.min(depth, DEEPEST)}>
        <th scope="row">
          {parts?.length ? (
            <button type="button" className={styles.open} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              <Chevron className="icon" aria-hidden="true" />
              {name}
            </button>
          ) : (
            <span className={styles.name}>{name}</span>
          )}
        </th>
        <td className={styles.value}>{said}</td>
        <td className={styles.changed}>{changed}</td>
        <td>{action}</td>
      </tr>
      {isOpen && parts?.map(([key, part]) => <ValueRow key={key} name={key} value={part} said={sayValue(part)} depth={depth + 1} />)}
    </>
  );
}

function Changed({ change, words, now, said }: { change: Change; words: GraphWords; now: number; said: string | null }) {
  const who = change.by?.name ?? (change.elementId ? words.nameOf(change.elementId) : null);
  return (
    <>
      {sayMoment(change.at, now)}
      {who && `, ${who}`}
      {said !== null && <span className={styles.before}>was {said}</span>}
    </>
  );
}
