import { type ElementOf, isExpression } from '@baton/model';
import { MultiSelect, Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { checkFeel } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

const INITIATOR = '=initiator';
type Who = 'candidates' | 'initiator' | 'person' | 'formula';

const WORDS: { readonly [W in Who]: string } = {
  candidates: 'A group, or one of several people',
  initiator: 'Whoever started it',
  person: 'One person',
  formula: 'By formula',
};

const whoOf = (assignee: string | undefined): Who => {
  if (assignee === undefined) return 'candidates';
  if (assignee.replace(/\s/g, '') === INITIATOR) return 'initiator';
  return isExpression(assignee) ? 'formula' : 'person';
};

const listOf = (names: string | string[] | undefined): string[] => (names === undefined ? [] : Array.isArray(names) ? names : [names]);

/** Whose inbox it comes to. */
export function PeoplePart({ element }: { readonly element: ElementOf<'userTask'> }) {
  const set = useElementEdit(element.id);
  const people = useQuery({ queryKey: queryKeys.people, queryFn: ({ signal }) => api.listPeople({ query: { limit: 200 }, signal }) });
  const [chosen, setChosen] = useState<Who | null>(null);
  const who = chosen ?? whoOf(element.assignee);
  const users = (people.data?.users ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const groups = (people.data?.groups ?? []).map(({ name }) => name);
  const candidateUsers = listOf(element.candidateUsers);
  const candidateGroups = listOf(element.candidateGroups);
  const choose = (next: Who) => {
    setChosen(next);
    if (next === 'candidates') set({ assignee: null });
    if (next === 'initiator') set({ assignee: INITIATOR, candidateUsers: null, candidateGroups: null });
  };
  return (
    <div className={styles.stack}>
      <section className={styles.condition} aria-label="Who">
        <h3 className={styles.heading}>{element.approval ? 'Who approves' : 'Who does it'}</h3>
        <Radio.Group aria-label="Who does it" value={who} onChange={(value) => choose(value as Who)}>
          <Stack gap={8}>
            {(Object.keys(WORDS) as Who[]).map((value) => (
              <Radio key={value} size="xs" value={value} label={WORDS[value]} />
            ))}
          </Stack>
        </Radio.Group>
      </section>
      {who === 'candidates' && (
        <>
          <MultiSelect
            size="xs"
            label="Groups"
            description="Everybody in them sees it; one takes it."
            data={withUnknown(
              groups.map((name) => ({ value: name, label: name })),
              candidateGroups,
            )}
            value={candidateGroups}
            onChange={(value) => set({ candidateGroups: value })}
            searchable
            nothingFoundMessage="No such group"
            comboboxProps={{ withinPortal: true }}
          />
          <MultiSelect
            size="xs"
            label="People"
            data={withUnknown(users, candidateUsers)}
            value={candidateUsers}
            onChange={(value) => set({ candidateUsers: value })}
            searchable
            nothingFoundMessage="Nobody by that name"
          />
        </>
      )}
      {who === 'initiator' && <p className={styles.hint}>It goes to the person who started the process.</p>}
      {who === 'person' && (
        <Select
          size="xs"
          label="Person"
          data={withUnknown(users, element.assignee && !isExpression(element.assignee) ? [element.assignee] : [])}
          value={element.assignee ?? null}
          onChange={(value) => set({ assignee: value })}
          searchable
          nothingFoundMessage="Nobody by that name"
        />
      )}
      {who === 'formula' && (
        <CommitField
          label="Formula (FEEL)"
          description="Gives a person, such as = costCentre.owner"
          value={element.assignee ?? '='}
          check={checkFeel}
          isCode
          onCommit={(text) => set({ assignee: isExpression(text) ? text : `=${text}` })}
        />
      )}
      {people.isError && <p className={styles.hint}>The list of people can’t be loaded just now.</p>}
    </div>
  );
}

/** What is set stays choosable, even if the list doesn't (or not yet) hold it. */
const withUnknown = (data: readonly { value: string; label: string }[], values: readonly string[]) => [
  ...data,
  ...values.filter((value) => !data.some((known) => known.value === value)).map((value) => ({ value, label: value })),
];
