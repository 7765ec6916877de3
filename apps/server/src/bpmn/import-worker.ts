import { parentPort, workerData } from 'node:worker_threads';
import { importBpmn } from '@baton/bpmn';

/** Runs in a thread of its own: reads one file, answers once. */
parentPort?.postMessage(importBpmn(String(workerData)));
