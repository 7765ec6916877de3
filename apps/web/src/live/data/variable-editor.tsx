import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../../api/api-problem.ts';
import { api } from '../../api/client.ts';
import { tell } from '../../ui/tell.ts';
import type { DataVariable, Json } from './data-tree.ts';
import { asTyped, readTyped } from './read-value.ts';

interface VariableEditorProps {
  readonly instanceId: string;
  readonly scope: string;
  readonly variable: DataVariable;
  readonly onClose: () => void;
}

/** Changes one value by hand; the change goes into the log with the name of whoever made it. */
export function VariableEditor({ instanceId, scope, variable, onClose }: VariableEditorProps) {
  const { name, label, value } = variable;
  const [typed, setTyped] = useState(asTyped(value));
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (changed: Json) => api.patchVariables({ params: { id: instanceId }, query: { scope }, body: { [name]: changed } }),
    onSuccess: () => {
      tell(`${label} is changed`);
      onClose();
    },
    onError: (error) => setProblem(sentenceOf(error)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTyped(typed, value);
    if ('problem' in read) setProblem(read.problem);
    else save.mutate(read.value);
  };
  return (
    <Modal opened onClose={onClose} title={`Change ${label}`} size="md">
      <form onSubmit={submit}>
        <Textarea
          label="Value"
          description="The change is kept in the log with your name. Steps that already ran don’t run again."
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
          error={problem}
          autosize
          minRows={1}
          maxRows={16}
          spellCheck={false}
          data-autofocus
        />
        <Group justify="flex-end" mt={24} gap={8}>
          <Button variant="default" onClick={onClose}>
            Keep the old value
          </Button>
          <Button type="submit" loading={save.isPending}>
            Change
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
