import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';

type Message = {
  readonly name?: string | undefined;
  readonly correlationKey?: string | undefined;
  readonly messageId?: string | undefined;
  readonly timeToLive?: string | undefined;
};

interface MessageFieldsProps {
  readonly message: Message;
  readonly isThrown: boolean;
  readonly onChange: (message: { name?: string; correlationKey?: string; messageId?: string; timeToLive?: string }) => void;
}

const PROPERTIES = ['name', 'correlationKey', 'messageId', 'timeToLive'] as const;

/** What names a message: its name and a key that both sides know; sent, also its id and how long it may wait. */
export function MessageFields({ message, isThrown, onChange }: MessageFieldsProps) {
  const write = (property: (typeof PROPERTIES)[number], text: string) => {
    const next: { name?: string; correlationKey?: string; messageId?: string; timeToLive?: string } = {};
    for (const each of PROPERTIES) {
      const value = each === property ? text.trim() : message[each];
      if (value) next[each] = value;
    }
    onChange(next);
  };
  const field = (property: (typeof PROPERTIES)[number], label: string, description: string) => (
    <CommitField label={label} description={description} value={message[property] ?? ''} check={checkText} onCommit={(text) => write(property, text)} />
  );
  return (
    <>
      {field('name', 'Message', 'Both sides use this name')}
      {field('correlationKey', 'Belongs to', 'A formula both sides know, such as = orderId')}
      {isThrown && field('messageId', 'Message id', 'Sent twice with one id, it counts once')}
      {isThrown && field('timeToLive', 'Waits for', 'Until somebody takes it, such as PT1H')}
    </>
  );
}
