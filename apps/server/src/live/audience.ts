import type { Change, EventsMessage, Watch } from '@baton/contract';
import type { Principal } from '../http/auth/principal.ts';
import { identitiesOf } from '../http/auth/principal.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { isOneOf } from '../tasks/task-rights.ts';
import { Room } from './room.ts';

/** Something in a list changed, and whom it may concern. */
export interface Hint {
  readonly tenantId: string;
  readonly change: Change;
  /** Of a task: who has it, had it or may take it, by id, e-mail address or name; and groups. */
  readonly people?: readonly string[];
  readonly groups?: readonly string[];
  /** Of an instance: who started it. */
  readonly startedBy?: string | undefined;
}

/** People who watch the same list with the same rights share one numbering. */
export interface Audience {
  readonly key: string;
  concerns(hint: Hint): boolean;
}

type ListKind = Exclude<Watch['kind'], 'instance'>;

/** Whoever may watch a list, and what of it: asked when the watch begins and again when rights change. */
export const AUDIENCES: { readonly [K in ListKind]: (principal: Principal, id: string | undefined) => Audience } = {
  tasks: (principal) => {
    need(principal, 'task:work');
    if (principal.permissions.has('task:oversee')) return { key: 'tasks:all', concerns: ({ change }) => change.type === 'task.changed' };
    const identities = identitiesOf(principal);
    const isMine = ({ people = [], groups = [] }: Hint) =>
      people.some((name) => isOneOf(identities, name)) || groups.some((group) => principal.groups.includes(group));
    return { key: `tasks:of:${principal.id}`, concerns: (hint) => hint.change.type === 'task.changed' && isMine(hint) };
  },

  process: (principal, id) => {
    need(principal, 'process:read');
    const seesAll = principal.permissions.has('instance:read');
    const isOfProcess = ({ change }: Hint) => id === undefined || change.processKey === id;
    const isVisible = ({ change, startedBy }: Hint) =>
      change.type === 'draft.changed' || (change.type === 'instance.changed' && (seesAll || startedBy === principal.userId));
    return { key: `process:${id ?? '*'}:${seesAll ? 'all' : `of:${principal.id}`}`, concerns: (hint) => isOfProcess(hint) && isVisible(hint) };
  },

  incidents: (principal) => {
    need(principal, 'incident:read');
    return { key: 'incidents', concerns: ({ change }) => change.type === 'incident.changed' };
  },
};

function need(principal: Principal, permission: 'task:work' | 'process:read' | 'incident:read'): void {
  if (!principal.permissions.has(permission)) throw new HttpProblem('not-allowed', `Expected the permission ${permission}, but you do not have it.`);
}

/** The room of one audience: the same row changed twice within a frame is told once. */
export class AudienceRoom {
  readonly name: string;
  readonly #tenantId: string;
  readonly #audience: Audience;
  readonly #room: Room;
  #pending = new Map<string, Change>();
  #reached = 0;

  constructor(tenantId: string, audience: Audience, send: (message: EventsMessage) => void) {
    this.name = `${tenantId}:${audience.key}`;
    this.#tenantId = tenantId;
    this.#audience = audience;
    this.#room = new Room(this.name, 0, (message) => {
      const events = [...this.#pending.values()];
      this.#pending = new Map();
      send({ ...message, previousSeq: this.#reached, seq: this.#reached + 1, events });
      this.#reached += 1;
    });
  }

  get seq(): number {
    this.#room.flush();
    return this.#reached;
  }

  tell(hint: Hint): void {
    if (hint.tenantId !== this.#tenantId || !this.#audience.concerns(hint)) return;
    this.#pending.set(`${hint.change.type}:${hint.change.id}`, hint.change);
    this.#room.add([], this.#room.seq + 1);
  }

  close(): void {
    this.#room.close();
  }
}
