import type { Command, CommandOf, CommandType, Rejection } from '../command.ts';
import type { Execution } from '../execution.ts';
import { activateStep, breakCall, completeCall, correlateMessage, deliverSignal, escalateCall, failCall } from './events.ts';
import type { Handler } from './handler.ts';
import { cancel, fireTimer, resolveIncident, setVariables } from './instance.ts';
import { completeJob, escalateJob, failJob, throwJobError } from './jobs.ts';
import { start } from './start.ts';
import { assignTask, claimTask, completeTask, unclaimTask } from './tasks.ts';

type CommandMap = { [T in CommandType]: CommandOf<T> };

const HANDLERS: { readonly [T in CommandType]: Handler<CommandMap[T]> } = {
  start,
  claimTask,
  unclaimTask,
  assignTask,
  completeTask,
  completeJob,
  failJob,
  throwJobError,
  escalateJob,
  fireTimer,
  correlateMessage,
  deliverSignal,
  completeCall,
  failCall,
  breakCall,
  escalateCall,
  activateStep,
  setVariables,
  resolveIncident,
  cancel,
};

function applyBy<T extends CommandType>(table: { readonly [K in T]: Handler<CommandMap[K]> }, x: Execution, command: { [K in T]: CommandMap[K] }[T]) {
  const type: T = command.type;
  return table[type](x, command);
}

export const handle = (x: Execution, command: Command): Rejection | null => applyBy(HANDLERS, x, command);
