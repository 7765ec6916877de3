import { FIELD_TYPES, type FieldType, type Form, type FormField, type VariableDeclaration } from '@baton/model';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { classNames } from '../theme/class-names.ts';
import { addField, changeField, duplicateField, moveField, removeField, renameField, retypeField } from './edit-form.ts';
import { FIELD_KINDS } from './field-icons.ts';
import { FieldSettings } from './field-settings.tsx';
import styles from './form-editor.module.css';
import { FormPreview } from './form-preview.tsx';

export interface FormEditorProps {
  readonly form: Form;
  /** The process' variables, offered as names. */
  readonly variables: readonly VariableDeclaration[];
  /** With the whole form, after every change. */
  readonly onChange: (form: Form) => void;
}

function AddField({ onAdd }: { readonly onAdd: (type: FieldType) => void }) {
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus className="icon" aria-hidden />}>
          Add field
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FIELD_TYPES.map((type) => {
          const { label, icon: Icon } = FIELD_KINDS[type];
          return (
            <Menu.Item key={type} leftSection={<Icon className="icon" aria-hidden />} onClick={() => onAdd(type)}>
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

const Tool = ({
  label,
  isOff = false,
  onClick,
  children,
}: {
  readonly label: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) => (
  <Tooltip label={label}>
    <ActionIcon size={28} aria-label={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
);

interface FieldRowProps {
  readonly field: FormField;
  readonly isOpen: boolean;
  readonly panelId: string;
  readonly onToggle: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

function FieldRow({ field, isOpen, panelId, onToggle, onKeyDown }: FieldRowProps) {
  const { icon: Icon, label } = FIELD_KINDS[field.type];
  return (
    <button
      type="button"
      className={styles.head}
      aria-expanded={isOpen}
      aria-controls={panelId}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Control+D"
      onClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <Icon className="icon" aria-hidden />
      <span className="cut">{field.label}</span>
      <span className="visually-hidden">, {label}</span>
      {field.required && <span className={styles.required}>required</span>}
      <IconChevronDown className={classNames('icon', styles.chevron)} aria-hidden />
    </button>
  );
}

/** The menu gives the focus back to its button first. */
const AFTER_MENU_MS = 60;

/** The fields of a form in the width of the designer's panel, and below them what people will see. */
export function FormEditor({ form, variables, onChange }: FormEditorProps) {
  const [openAt, setOpenAt] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const id = useId();

  const focusRow = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[aria-expanded]')[index]?.focus());
  const move = (index: number, by: -1 | 1) => {
    const moved = moveField(form, index, by);
    if (moved === form) return;
    onChange(moved);
    setOpenAt((at) => (at === index ? index + by : at === index + by ? index : at));
    focusRow(index + by);
  };
  const duplicate = (index: number) => {
    onChange(duplicateField(form, index));
    setOpenAt(index + 1);
    focusRow(index + 1);
  };
  const remove = (index: number) => {
    onChange(removeField(form, index));
    setOpenAt(null);
    focusRow(Math.max(0, index - 1));
  };
  const add = (type: FieldType) => {
    onChange(addField(form, type));
    setOpenAt(form.fields.length);
    setTimeout(() => {
      const label = list.current?.querySelector<HTMLInputElement>(':scope > li:last-child input');
      label?.focus();
      label?.select();
    }, AFTER_MENU_MS);
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const isDuplicate = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd';
    const action =
      event.altKey && event.key === 'ArrowUp'
        ? () => move(index, -1)
        : event.altKey && event.key === 'ArrowDown'
          ? () => move(index, 1)
          : isDuplicate
            ? () => duplicate(index)
            : event.key === 'Delete'
              ? () => remove(index)
              : null;
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <div className={styles.editor}>
      {form.fields.length === 0 && <p className={styles.empty}>No fields yet. People see only the description and the buttons.</p>}
      <ol ref={list} className={styles.fields}>
        {form.fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field's key changes while its label is typed, its place does not
          <li key={index} className={classNames(styles.field, openAt === index && styles.openField)}>
            <FieldRow
              field={field}
              isOpen={openAt === index}
              panelId={`${id}-${index}`}
              onToggle={() => setOpenAt(openAt === index ? null : index)}
              onKeyDown={onKeyDown(index)}
            />
            {openAt === index && (
              <div id={`${id}-${index}`}>
                <FieldSettings
                  field={field}
                  takenKeys={form.fields.filter((other) => other !== field).map(({ key }) => key)}
                  variables={variables}
                  onRename={(label) => onChange(renameField(form, index, label))}
                  onRetype={(type) => onChange(retypeField(form, index, type))}
                  onChange={(change) => onChange(changeField(form, index, change))}
                />
                <div className={styles.tools}>
                  <Tool label="Move up (Alt+↑)" isOff={index === 0} onClick={() => move(index, -1)}>
                    <IconArrowUp className="icon" />
                  </Tool>
                  <Tool label="Move down (Alt+↓)" isOff={index === form.fields.length - 1} onClick={() => move(index, 1)}>
                    <IconArrowDown className="icon" />
                  </Tool>
                  <Tool label="Duplicate (Ctrl+D)" onClick={() => duplicate(index)}>
                    <IconCopy className="icon" />
                  </Tool>
                  <span className={styles.spring} />
                  <Tool label="Delete" onClick={() => remove(index)}>
                    <IconTrash className="icon" />
                  </Tool>
                </div>
              </div>
            )}
          </li>
        ))}
      </ol>
      <AddField onAdd={add} />
      {form.fields.length > 0 && <FormPreview form={form} />}
    </div>
  );
}
