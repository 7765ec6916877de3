import type { Command } from '@baton/engine';
import type { CompiledVersion } from '../process-cache.ts';
import type { Parent } from './live-instance.ts';
import type { ExecuteResult, Guard, Idempotency, LeaseClaim, Take } from './runtime.ts';

/** One command that waits for its commit. */
export type Work = {
  readonly tenantId: string;
  readonly instanceId: string;
  readonly command: Command;
  readonly guard: Guard | undefined;
  readonly lease: LeaseClaim | undefined;
  readonly idempotency: Idempotency | undefined;
  readonly take: Take | undefined;
  /** Of a start only. */
  readonly start: {
    readonly compiled: CompiledVersion;
    readonly businessKey: string | null;
    readonly parent: Parent | null;
    readonly correlationKey: string | null;
  } | null;
  /** How often it was stepped and could not be written. */
  attempts: number;
  /** It was sent and the connection was lost: it may have been done. */
  isInDoubt: boolean;
  isSettled: boolean;
  readonly settle: (result: ExecuteResult) => void;
  readonly fail: (error: unknown) => void;
};

/** Work of one instance, in the order in which it came. */
export type InstanceWork = { readonly tenantId: string; readonly instanceId: string; readonly works: Work[] };
