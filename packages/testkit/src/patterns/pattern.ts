import type { Process } from '@baton/model';
import type { ProcessBuilder } from '../process-builder.ts';

/** `+`: directly supported by one construct made for it; `+/-`: partly, or by a detour; `-`: not. */
export type Verdict = '+' | '+/-' | '-';

/** A control-flow pattern of workflowpatterns.com (BPM-06-22), with what shows that the engine supports it. */
export type Pattern = {
  /** 1 of WCP-1. */
  readonly number: number;
  readonly name: string;
  readonly verdict: Verdict;
  /** One sentence: by what. */
  readonly because: string;
  readonly draw: () => ProcessBuilder;
  /** Drives the model and tells what was seen. */
  readonly play: (process: Process) => unknown;
  /** What must be seen. */
  readonly seen: unknown;
};

export type Group = { readonly title: string; readonly patterns: readonly Pattern[] };
