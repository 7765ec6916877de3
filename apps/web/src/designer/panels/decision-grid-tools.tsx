import type { DecisionTable } from '@baton/model';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { checkFeel } from './check-feel.ts';
import { checkVariable } from './check-variable.ts';
import { DecisionCell } from './decision-cell.tsx';
import { type CellPlace, HEAD_ROW, type Head, LABEL_ROW, withColumnMoved, withHead, withoutColumn, withoutRule, withRuleMoved } from './decision-grid.ts';
import styles from './decision-part.module.css';

interface DecisionHeadProps {
  readonly table: DecisionTable;
  readonly column: number;
  readonly head: Head;
  readonly listId: string;
  readonly isLarge: boolean;
  readonly onChange: (table: DecisionTable) => void;
  readonly onWalk: (row: number) => (to: CellPlace, text: string) => void;
}

/** What a column asks, or what it gives. */
export function DecisionHead({ table, column, head, listId, isLarge, onChange, onWalk }: DecisionHeadProps) {
  const { inputs, outputs } = table;
  const isInput = column < inputs.length;
  const [at, count] = isInput ? [column, inputs.length] : [column - inputs.length, outputs.length];
  const word = `${isInput ? 'Question' : 'Answer'} ${at + 1}`;
  return (
    <th scope="col" data-kind={isInput ? 'input' : 'output'}>
      <span className={styles.word}>
        <span>{(!isLarge && head.label) || word}</span>
        {isLarge && (
          <>
            <ActionIcon size={24} aria-label={`Move ${word} left`} disabled={at === 0} onClick={() => onChange(withColumnMoved(table, column, -1))}>
              <IconArrowLeft className="icon" aria-hidden />
            </ActionIcon>
            <ActionIcon size={24} aria-label={`Move ${word} right`} disabled={at === count - 1} onClick={() => onChange(withColumnMoved(table, column, 1))}>
              <IconArrowRight className="icon" aria-hidden />
            </ActionIcon>
            <ActionIcon size={24} aria-label={`Remove ${word}`} disabled={!isInput && count === 1} onClick={() => onChange(withoutColumn(table, column))}>
              <IconTrash className="icon" aria-hidden />
            </ActionIcon>
          </>
        )}
      </span>
      {isLarge && (
        <DecisionCell
          place={{ row: LABEL_ROW, column }}
          label={`${word}, in words`}
          text={head.label}
          placeholder="In words"
          onCommit={(label) => onChange(withHead(table, column, { ...head, label }))}
          onWalk={onWalk(LABEL_ROW)}
        />
      )}
      <DecisionCell
        place={{ row: HEAD_ROW, column }}
        label={`${word}: ${isInput ? 'what it asks (FEEL)' : 'name of what it gives'}`}
        text={head.text}
        placeholder={isInput ? 'amount' : 'discount'}
        list={isInput ? listId : undefined}
        isInvalid={head.text !== '' && (isInput ? checkFeel(head.text) : checkVariable(head.text)) !== null}
        onCommit={(text) => onChange(withHead(table, column, { ...head, text: text.trim() }))}
        onWalk={onWalk(HEAD_ROW)}
      />
    </th>
  );
}

interface RowToolsProps {
  readonly table: DecisionTable;
  readonly row: number;
  readonly isLarge: boolean;
  readonly onChange: (table: DecisionTable) => void;
}

/** Out of the way of Tab, which walks from cell to cell: keys do the same (Alt and arrows, Ctrl and Delete). */
export function RowTools({ table, row, isLarge, onChange }: RowToolsProps) {
  const rule = `rule ${row + 1}`;
  const shared = { size: 24, tabIndex: -1 } as const;
  return (
    <td className={styles.rowTools}>
      {isLarge && (
        <>
          <ActionIcon {...shared} aria-label={`Move ${rule} up`} disabled={row === 0} onClick={() => onChange(withRuleMoved(table, row, -1))}>
            <IconArrowUp className="icon" aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...shared}
            aria-label={`Move ${rule} down`}
            disabled={row === table.rules.length - 1}
            onClick={() => onChange(withRuleMoved(table, row, 1))}
          >
            <IconArrowDown className="icon" aria-hidden />
          </ActionIcon>
        </>
      )}
      <ActionIcon {...shared} aria-label={`Remove ${rule}`} onClick={() => onChange(withoutRule(table, row))}>
        <IconTrash className="icon" aria-hidden />
      </ActionIcon>
    </td>
  );
}
