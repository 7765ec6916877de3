import type { FormField } from '@baton/model';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { optionsFromText, textFromOptions } from './edit-form.ts';

/** Options are typed one a line; while somebody types, an empty line may stand. */
export function OptionsText({
  options,
  onCommit,
}: {
  readonly options: FormField['options'];
  readonly onCommit: (options: NonNullable<FormField['options']>) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      size="xs"
      label="Options"
      description="One a line. “code: Label” keeps a code in the variable."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autosize
      minRows={2}
      maxRows={8}
      value={typed ?? textFromOptions(options)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onCommit(optionsFromText(event.currentTarget.value));
      }}
    />
  );
}
