export * from './check-soundness.ts';
export * from './finding.ts';
export * from './soundness-problems.ts';
