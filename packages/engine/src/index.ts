export * from './command.ts';
export * from './effect.ts';
export * from './event.ts';
export * from './json.ts';
