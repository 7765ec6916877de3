import { namesInUse } from '../names-in-use.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { FormulaField } from './formula-field.tsx';
import { SuggestField } from './suggest-field.tsx';

const PROPERTIES = ['name', 'correlationKey', 'messageId', 'timeToLive'] as const;
type Property = (typeof PROPERTIES)[number];
type Message = { readonly [P in Property]?: string | undefined };

interface MessageFieldsProps {
  readonly message: Message;
  readonly isThrown: boolean;
  readonly onChange: (message: { [P in Property]?: string }) => void;
}

/** What names a message: its name and a key that both sides know; sent, also its id and how long it may wait. */
export function MessageFields({ message, isThrown, onChange }: MessageFieldsProps) {
  const graph = useDesignerState((state) => state.graph);
  const write = (property: Property, text: string) => {
    const next: { [P in Property]?: string } = {};
    for (const each of PROPERTIES) {
      const value = each === property ? text.trim() : message[each];
      if (value) next[each] = value;
    }
    onChange(next);
  };
  const field = (property: Property, label: string, description: string) => ({
    label,
    description,
    value: message[property] ?? '',
    onCommit: (text: string) => write(property, text),
  });
  return (
    <>
      <SuggestField
        {...field('name', 'Message', 'Its name; sender and receiver use the same')}
        check={checkText}
        placeholder="order-received"
        suggestions={namesInUse(graph).messages}
      />
      <FormulaField
        {...field('correlationKey', 'Belongs to', 'What both sides know, such as the number of the order (correlation key)')}
        placeholder="=orderId"
      />
      {isThrown && <FormulaField {...field('messageId', 'Counts once by', 'Sent again with the same id, it changes nothing (message id)')} />}
      {isThrown && (
        <CommitField
          {...field('timeToLive', 'Waits for', 'How long, until somebody takes it; PT1H is an hour (time to live)')}
          check={checkText}
          placeholder="PT1H"
        />
      )}
    </>
  );
}
