import {
  type Artifact,
  type Box,
  ELEMENT_TYPES,
  ELEMENTS,
  type Element,
  type ElementType,
  elementSchema,
  type Flow,
  GRAPH_FORMAT,
  GRAPH_FORMAT_VERSION,
  type Graph,
  type Layout,
  type TriggerType,
} from '@baton/model';

const ROW = 130;
const COLUMN = 140;
const layout: Record<string, Box> = {};
const elements: Element[] = [];

interface Spot {
  readonly x: number;
  readonly y: number;
}

function put(
  element: { readonly id: string; readonly type: ElementType; readonly [property: string]: unknown },
  { x, y }: Spot,
  size?: Pick<Box, 'width' | 'height'>,
) {
  const { width, height } = size ?? ELEMENTS[element.type].size;
  elements.push(elementSchema.parse(element));
  layout[element.id] = { x: x - width / 2, y: y - height / 2, width, height };
}

const spot = (column: number, row: number): Spot => ({ x: 120 + column * COLUMN, y: 100 + row * ROW });
const first = (type: TriggerType) =>
  type === 'multiple' || type === 'parallelMultiple' ? { type, triggers: [{ type: 'message' }, { type: 'signal' }] } : { type };

/** Every event: one row for each position, one column for each trigger. */
const EVENT_ROWS: readonly (readonly [ElementType, string])[] = [
  ['startEvent', 'Start'],
  ['intermediateCatchEvent', 'Catch'],
  ['intermediateThrowEvent', 'Throw'],
  ['endEvent', 'End'],
];
for (const [row, [type, word]] of EVENT_ROWS.entries())
  for (const [column, trigger] of ELEMENTS[type].triggers.entries())
    put({ id: `${type}-${trigger ?? 'none'}`, type, name: `${word} ${trigger ?? 'none'}`, ...(trigger && { trigger: first(trigger) }) }, spot(column, row));

/** Border events sit on a row of tasks, those that let the work go on on the upper side. */
const SEVERAL_ON_BORDER = ELEMENTS.boundaryEvent.triggers.filter((trigger) => trigger !== null);
for (const [column, trigger] of SEVERAL_ON_BORDER.entries()) {
  const at = spot(column, 4);
  const type = trigger === 'cancel' ? 'transaction' : 'task';
  put({ id: `host-${trigger}`, type, name: `Has ${trigger}` }, at, { width: 100, height: 80 });
  put({ id: `border-${trigger}`, type: 'boundaryEvent', attachedTo: `host-${trigger}`, trigger: first(trigger) }, { x: at.x + 20, y: at.y + 40 });
  if (!['error', 'compensation', 'cancel'].includes(trigger))
    put(
      { id: `goes-on-${trigger}`, type: 'boundaryEvent', attachedTo: `host-${trigger}`, cancelActivity: false, trigger: first(trigger) },
      { x: at.x - 20, y: at.y - 40 },
    );
}

const TASKS = ELEMENT_TYPES.filter((type) => ELEMENTS[type].category === 'task');
for (const [column, type] of TASKS.entries()) put({ id: `plain-${type}`, type, name: ELEMENTS[type].standardName }, spot(column, 5));
put({ id: 'receive-start', type: 'receiveTask', name: 'Starts by message', instantiate: true }, spot(TASKS.length, 5));

const LOOPS = [{ loop: { kind: 'standard' } }, { loop: { kind: 'parallel' } }, { loop: { kind: 'sequential' } }, { isForCompensation: true }] as const;
for (const [column, marked] of LOOPS.entries()) put({ id: `marked-${column}`, type: 'userTask', name: 'Check stock', ...marked }, spot(column, 6));
put({ id: 'marked-both', type: 'serviceTask', name: 'Check all stock', loop: { kind: 'parallel' }, isForCompensation: true }, spot(4, 6));

const GATEWAYS = ELEMENT_TYPES.filter((type) => ELEMENTS[type].category === 'gateway');
for (const [column, type] of GATEWAYS.entries()) put({ id: `plain-${type}`, type, name: ELEMENTS[type].standardName }, spot(column + 5, 6));
put({ id: 'starts-first', type: 'eventBasedGateway', name: 'Starts', instantiate: true }, spot(10, 6));
put({ id: 'starts-all', type: 'eventBasedGateway', name: 'Starts with all', instantiate: true, eventGatewayType: 'parallel' }, spot(11, 6));

/** Sub-processes, closed and open. */
const CONTAINERS: readonly (readonly [string, ElementType, string, object])[] = [
  ['sub', 'subProcess', 'Collect documents', {}],
  ['transaction', 'transaction', 'Book trip', {}],
  ['ad-hoc', 'adHocSubProcess', 'Prepare visit', {}],
  ['event-sub', 'subProcess', 'Question arrives', { triggeredByEvent: true }],
];
const collapsed = new Set<string>();
for (const [column, [id, type, name, more]] of CONTAINERS.entries()) {
  put({ id: `closed-${id}`, type, name, ...more, ...(column < 3 && { loop: { kind: 'sequential' } }) }, spot(column, 7), { width: 100, height: 80 });
  collapsed.add(`closed-${id}`);
  const at = { x: 240 + column * 400, y: 1190 };
  put({ id: `open-${id}`, type, name: `${name}, open`, ...more }, at, { width: 360, height: 180 });
  if (type !== 'adHocSubProcess')
    put(
      { id: `${id}-start`, type: 'startEvent', parent: `open-${id}`, ...(id === 'event-sub' && { trigger: { type: 'message' }, isInterrupting: false }) },
      { x: at.x - 120, y: at.y },
    );
  put({ id: `${id}-step`, type: 'userTask', parent: `open-${id}`, name: 'Check identity' }, { x: at.x, y: at.y });
  if (type !== 'adHocSubProcess') put({ id: `${id}-end`, type: 'endEvent', parent: `open-${id}` }, { x: at.x + 120, y: at.y });
}

/** Flows of every kind, in the lower pool's lanes. */
put({ id: 'order', type: 'startEvent', name: 'Order', lane: 'sales' }, { x: 200, y: 1440 });
put({ id: 'confirm', type: 'userTask', name: 'Confirm order', lane: 'sales' }, { x: 340, y: 1440 });
put({ id: 'ship', type: 'manualTask', name: 'Ship goods', lane: 'warehouse' }, { x: 470, y: 1560 });
put({ id: 'refuse', type: 'sendTask', name: 'Refuse', lane: 'sales' }, { x: 640, y: 1440 });
put({ id: 'shipped', type: 'endEvent', name: 'Shipped', lane: 'warehouse' }, { x: 590, y: 1560 });
put({ id: 'refused', type: 'endEvent', name: 'Refused', lane: 'sales' }, { x: 780, y: 1440 });
put({ id: 'undo', type: 'boundaryEvent', attachedTo: 'ship', trigger: { type: 'compensation' } }, { x: 500, y: 1600 });
put({ id: 'take-back', type: 'userTask', name: 'Take goods back', isForCompensation: true, lane: 'warehouse' }, { x: 760, y: 1645 });

const flows: Flow[] = [
  { id: 'f-1', from: 'order', to: 'confirm' },
  { id: 'f-2', from: 'confirm', to: 'ship', condition: '=inStock' },
  { id: 'f-3', from: 'confirm', to: 'refuse', isDefault: true },
  { id: 'f-4', from: 'ship', to: 'shipped' },
  { id: 'f-5', from: 'refuse', to: 'refused' },
  ...['sub', 'transaction', 'event-sub'].flatMap((id) => [
    { id: `${id}-f1`, from: `${id}-start`, to: `${id}-step` },
    { id: `${id}-f2`, from: `${id}-step`, to: `${id}-end` },
  ]),
];
const WAYS: Layout = {
  'f-2': {
    waypoints: [
      { x: 340, y: 1480 },
      { x: 340, y: 1560 },
      { x: 420, y: 1560 },
    ],
    isPinned: true,
  },
};

const artifacts: Artifact[] = [
  { id: 'invoice', type: 'dataObject', name: 'Invoice', variable: 'invoice', state: 'paid' },
  { id: 'invoices', type: 'dataObject', name: 'Invoices', isCollection: true },
  { id: 'ledger', type: 'dataStore', name: 'Ledger', store: 'ledger' },
  { id: 'note', type: 'textAnnotation', text: 'Only for invoices in a foreign currency' },
  { id: 'frame', type: 'group', name: 'Belongs together' },
  { id: 'explains', type: 'association', from: 'note', to: 'refuse', direction: 'none' },
  { id: 'undoes', type: 'association', from: 'undo', to: 'take-back', direction: 'one' },
  { id: 'reads', type: 'dataAssociation', from: 'invoice', to: 'confirm' },
  { id: 'writes', type: 'dataAssociation', from: 'ship', to: 'ledger' },
];
Object.assign(layout, {
  shop: { x: 100, y: 1380, width: 920, height: 320 },
  sales: { x: 130, y: 1380, width: 890, height: 130 },
  warehouse: { x: 130, y: 1510, width: 890, height: 190 },
  customer: { x: 100, y: 1760, width: 920, height: 80 },
  invoice: { x: 260, y: 1600, width: 36, height: 50 },
  invoices: { x: 1080, y: 1400, width: 36, height: 50 },
  ledger: { x: 380, y: 1635, width: 50, height: 50 },
  note: { x: 840, y: 1450, width: 160, height: 50 },
  frame: { x: 1160, y: 1390, width: 200, height: 120 },
});

/** One graph with everything that can be drawn: each element, event, marker, line, note, pool and lane of the standard. */
export const everyElement: Graph = {
  format: GRAPH_FORMAT,
  formatVersion: GRAPH_FORMAT_VERSION,
  key: 'every-element',
  name: 'Every element',
  elements,
  flows,
  artifacts,
  pools: [
    { id: 'shop', name: 'Shop' },
    { id: 'customer', name: 'Customer', process: 'customer', isExecutable: false },
  ],
  lanes: [
    { id: 'sales', name: 'Sales', pool: 'shop' },
    { id: 'warehouse', name: 'Warehouse', pool: 'shop' },
  ],
  messageFlows: [
    { id: 'asks', from: 'customer', to: 'order', name: 'Order' },
    { id: 'answers', from: 'refuse', to: 'customer', name: 'Refusal' },
  ],
  layout: {
    ...Object.fromEntries(
      Object.entries(layout).map(([id, box]) => [id, collapsed.has(id) ? { ...box, isCollapsed: true, expanded: { width: 360, height: 200 } } : box]),
    ),
    ...WAYS,
  },
};
