import { type Behaviour, DONE, failWith } from '../behaviour.ts';
import { jobVerbs } from '../mechanics/job-behaviour.ts';
import { messageOf } from '../mechanics/messages.ts';

/** Sends its message and goes on; with a job a worker does the sending. */
export const sendTask: Behaviour<'sendTask'> = ({ node, element }) => {
  if (element.job) return jobVerbs(node, element.job);
  if (!element.message) return {};
  const evaluate = messageOf(element.message);
  return {
    enter: (x, token) => {
      const message = evaluate(x, node, token.key);
      if (!message.ok) return failWith(message.failure);
      x.throwMessage(node, token, message.value);
      return DONE;
    },
  };
};
