import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sentenceOf } from '../api/api-problem.ts';
import styles from './import-panel.module.css';
import { useCreateProcess } from './use-create-process.ts';

/** An empty canvas with a name. */
export function BlankPanel() {
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const create = useCreateProcess();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setIsMissing(!name.trim());
    if (name.trim()) create.mutate({ name: name.trim() });
  };
  const error = isMissing ? 'Give it a name. You can change it later.' : create.error && sentenceOf(create.error);
  return (
    <form className={styles.panel} noValidate onSubmit={submit}>
      <TextInput
        w="100%"
        label="What is it called?"
        placeholder="Travel request"
        maxLength={255}
        value={name}
        data-autofocus
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
        error={error}
      />
      <Button size="lg" type="submit" loading={create.isPending}>
        Create and open
      </Button>
    </form>
  );
}
