import type { Element, ElementType, Flow, Process } from '@baton/model';

/** From so many conditional flows on, not every subset is tried: each alone, all but one, and all. */
const ALL_SUBSETS_UP_TO = 6;

type Ways = readonly (readonly Flow[])[];
const NOWHERE: Ways = [[]];

/** Every set of flows a token may leave the element by, whatever the data are. Without flows: one way, to nowhere. */
export function waysOut(process: Process, element: Element): Ways {
  const flows = process.outgoing(element.id);
  const ways = (OF_GATEWAY[element.type] ?? byConditions)(flows, element);
  return ways.length ? ways : NOWHERE;
}

const oneOf = (flows: readonly Flow[]): Ways => flows.map((flow) => [flow]);
const allOf = (flows: readonly Flow[]): Ways => [flows];

/** Gateways whose conditions decide for every flow; all else forks, with conditions where there are some. */
const OF_GATEWAY: { readonly [T in ElementType]?: (flows: readonly Flow[], element: Element) => Ways } = {
  exclusiveGateway: oneOf,
  parallelGateway: allOf,
  inclusiveGateway: anyOf,
  complexGateway: anyOf,
  eventBasedGateway: (flows, element) => ('eventGatewayType' in element && element.eventGatewayType === 'parallel' ? allOf(flows) : oneOf(flows)),
};

function anyOf(flows: readonly Flow[]): Ways {
  const standard = flows.filter((flow) => flow.isDefault);
  return [...subsets(flows.filter((flow) => !flow.isDefault)), ...oneOf(standard)];
}

function byConditions(flows: readonly Flow[]): Ways {
  const standard = flows.filter((flow) => flow.isDefault);
  const conditional = flows.filter((flow) => !flow.isDefault && flow.condition?.trim());
  const always = flows.filter((flow) => !flow.isDefault && !flow.condition?.trim());
  const none = [...always, ...standard];
  return [...subsets(conditional).map((chosen) => [...always, ...chosen]), ...(none.length ? [none] : [])];
}

/** The non-empty ones. */
function subsets(flows: readonly Flow[]): Ways {
  if (flows.length > ALL_SUBSETS_UP_TO) return [...oneOf(flows), ...flows.map((left) => flows.filter((flow) => flow !== left)), flows];
  const all = Array.from({ length: 2 ** flows.length - 1 }, (_, at) => at + 1);
  return all.map((bits) => flows.filter((_, at) => (bits >> at) & 1));
}
