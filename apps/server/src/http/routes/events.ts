import { incoming } from '../../json.ts';
import type { Services } from '../../services.ts';
import type { Handlers } from '../handler.ts';
import { granted } from '../refusals.ts';
import { checkedVariables } from './checked-values.ts';

/** What they start declares its own variables; here the limits for all hold. */
const ANY = { variables: [] };

export const eventHandlers = ({ store: { events } }: Services): Pick<Handlers, 'publishMessage' | 'broadcastSignal' | 'evaluateConditions'> => ({
  publishMessage: async ({ body: { name, correlationKey, variables = {}, messageId, ttlMs }, principal: { tenantId } }) => ({
    body: granted(
      await events.publishMessage({
        tenantId,
        name,
        correlationKey,
        variables: checkedVariables(ANY, incoming(variables)),
        messageId,
        timeToLiveMs: ttlMs,
      }),
    ).message,
  }),

  broadcastSignal: async ({ body: { name, variables = {} }, principal: { tenantId } }) => {
    const { heard, started } = await events.broadcastSignal({ tenantId, name, variables: checkedVariables(ANY, incoming(variables)) });
    return { body: { heard, started: [...started] } };
  },

  evaluateConditions: async ({ body: { variables, processKey }, principal: { tenantId } }) => {
    const { started, failed } = await events.evaluateConditions({ tenantId, variables: checkedVariables(ANY, incoming(variables)), processKey });
    return { body: { started: [...started], failed: [...failed] } };
  },
});
