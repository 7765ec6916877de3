import type { Permission } from '@baton/contract';
import { IconAdjustmentsHorizontal, IconAlertTriangle, IconInbox, IconList } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { type Me, may } from '../api/session.ts';
import { ProcessesIcon } from './processes-icon.tsx';

export interface Destination {
  readonly id: 'inbox' | 'processes' | 'instances' | 'incidents' | 'admin';
  readonly to: '/inbox' | '/processes' | '/instances' | '/incidents' | '/admin/users';
  readonly label: string;
  readonly icon: ComponentType<{ className?: string }>;
  readonly permission: Permission | null;
  /** After `G`. */
  readonly key: string | null;
}

const DESTINATIONS: readonly Destination[] = [
  { id: 'inbox', to: '/inbox', label: 'Inbox', icon: IconInbox, permission: 'task:work', key: 'I' },
  { id: 'processes', to: '/processes', label: 'Processes', icon: ProcessesIcon, permission: 'process:read', key: 'P' },
  // Everybody has instances: those they are involved in.
  { id: 'instances', to: '/instances', label: 'Instances', icon: IconList, permission: null, key: 'N' },
  { id: 'incidents', to: '/incidents', label: 'Incidents', icon: IconAlertTriangle, permission: 'incident:read', key: 'O' },
  { id: 'admin', to: '/admin/users', label: 'Admin', icon: IconAdjustmentsHorizontal, permission: 'people:manage', key: null },
];

/** Where somebody may go. What they may not see isn't there. */
export const destinationsOf = (me: Pick<Me, 'permissions'>): readonly Destination[] =>
  DESTINATIONS.filter(({ permission }) => permission === null || may(me, permission));

/** The destination a path belongs to: `/processes/leave` to Processes. */
export const isWithin = (pathname: string, destination: Destination): boolean => {
  const top = destination.to.split('/')[1];
  return pathname.split('/')[1] === top;
};
