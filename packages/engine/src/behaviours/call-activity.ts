import { type Behaviour, broughtBy, doneWith, failWith, waitFor } from '../behaviour.ts';
import { textOf } from '../mechanics/messages.ts';
import { failure } from '../result.ts';

/**
 * Starts another process and waits until it ends (BPMN 2.0.2, 13.3.4). With input mappings it gets what they give, else all that
 * can be read here; with output mappings they choose what comes back, else all of its variables do.
 */
export const callActivity: Behaviour<'callActivity'> = ({ node, element }) => {
  const called = textOf('the called process', element.calledElement);
  const businessKey = textOf('the business key', element.businessKey);
  const { binding = 'latest', version, tag } = element;
  return {
    enter: (x, token) => {
      if (!called) return failWith(failure('call-failed', `Expected “${node.label}” to say which process it calls, but it says nothing.`));
      const processKey = called(x, node, token.key);
      if (!processKey.ok) return failWith(processKey.failure);
      const named = businessKey ? businessKey(x, node, token.key) : null;
      if (named && !named.ok) return failWith(named.failure);
      const callKey = x.draft.newKey('c');
      x.emit({
        type: 'call.started',
        callKey,
        key: token.key,
        elementId: node.id,
        processKey: processKey.value,
        binding,
        ...(binding === 'version' && version !== undefined ? { version } : {}),
        ...(binding === 'tag' && tag !== undefined ? { tag } : {}),
        ...(named ? { businessKey: named.value } : {}),
        variables: node.inputs.length ? x.localsOf(token) : x.visibleAt(token.key),
      });
      return waitFor({ kind: 'call', callKey });
    },
    resume: (_x, _token, trigger) => doneWith(broughtBy(trigger)),
    cancel: (x, token) => {
      if (token.awaits?.kind === 'call') x.emit({ type: 'call.cancelled', callKey: token.awaits.callKey, key: token.key, elementId: node.id });
    },
  };
};
