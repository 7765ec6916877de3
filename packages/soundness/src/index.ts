export * from './check-soundness.ts';
export * from './finding.ts';
