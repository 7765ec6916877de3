export * from './drawn-order.ts';
export * from './layout-of-document.ts';
export * from './read-draft.ts';
export * from './stored-draft.ts';
export * from './write-draft.ts';
