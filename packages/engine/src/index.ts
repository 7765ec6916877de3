export * from './command.ts';
export * from './effect.ts';
export * from './event.ts';
export * from './json.ts';
export * from './read.ts';
export * from './state.ts';
export * from './step.ts';
