import type { Role } from '@baton/contract';

/** What a role is for, in a sentence. */
export const ROLE_WORDS: { readonly [R in Role]: { readonly label: string; readonly description: string } } = {
  administrator: { label: 'Administrator', description: 'Everything, people and groups included.' },
  designer: { label: 'Designer', description: 'Draws and publishes processes, sees what runs.' },
  operator: { label: 'Operator', description: 'Watches what runs, mends what needs attention, reassigns tasks.' },
  member: { label: 'Member', description: 'Starts processes and decides their own tasks.' },
};
