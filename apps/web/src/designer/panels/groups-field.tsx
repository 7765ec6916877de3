import { isExpression } from '@baton/model';
import { MultiSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { FormulaField } from './formula-field.tsx';

interface GroupsFieldProps {
  readonly value: string | string[] | undefined;
  readonly description: string;
  readonly onChange: (groups: string | string[]) => void;
}

/** Groups of people: chosen from those there are, or by a formula. */
export function GroupsField({ value, description, onChange }: GroupsFieldProps) {
  const people = useQuery({ queryKey: queryKeys.people, queryFn: ({ signal }) => api.listPeople({ query: { limit: 200 }, signal }) });
  const isFormula = typeof value === 'string' && isExpression(value);
  const chosen = value === undefined || isFormula ? [] : Array.isArray(value) ? value : [value];
  const known = (people.data?.groups ?? []).map(({ name }) => name);
  return (
    <>
      {isFormula ? (
        <FormulaField label="Groups" description="A formula that gives names of groups" value={value} onCommit={(text) => onChange(text.trim())} />
      ) : (
        <MultiSelect
          size="xs"
          label="Groups"
          description={description}
          data={[...new Set([...known, ...chosen])]}
          value={chosen}
          onChange={onChange}
          searchable
          nothingFoundMessage="No such group"
        />
      )}
      <Switch size="xs" label="By formula" checked={isFormula} onChange={(event) => onChange(event.currentTarget.checked ? '=' : [])} />
      {people.isError && <span>The list of groups can’t be loaded just now.</span>}
    </>
  );
}
