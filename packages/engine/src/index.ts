export * from './command.ts';
export * from './effect.ts';
export { effectsOf } from './effects-of.ts';
export * from './event.ts';
export { EVENT_TYPES, evolve, replay } from './evolve.ts';
export * from './json.ts';
export * from './read.ts';
export * from './state.ts';
export * from './step.ts';
