import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { processesQuery } from '../../processes/processes-query.ts';

interface ProcessFieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** Which process is called: by its key, or a formula that gives one. Those that are there are offered. */
export function ProcessField({ value, onChange }: ProcessFieldProps) {
  const { data: processes = [] } = useQuery(processesQuery);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const chosen = processes.find(({ key }) => key === value);
  const commit = (next: string) => {
    if (next.trim() !== value) onChange(next.trim());
  };
  return (
    <Autocomplete
      size="xs"
      label="Process"
      description={chosen ? chosen.name : 'Key of the process it starts, or a formula that gives it'}
      value={text}
      onChange={setText}
      onOptionSubmit={commit}
      onBlur={() => commit(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(text);
      }}
      data={processes.map(({ key }) => key)}
      limit={20}
    />
  );
}
