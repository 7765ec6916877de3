/** Acts on what commits ask for: messages, signals, called processes, starts by timers. Exactly once, whatever dies meanwhile. */
export interface Outgoing {
  /**
   * From now on this process acts on its own commits at once and looks every `pollMs` for what another left behind,
   * every `sweepMs` for messages that wait although somebody listens.
   */
  run(options?: { pollMs?: number; sweepMs?: number }): { stop(): Promise<void> };
  /** Resolves when nothing is at work here any more. */
  idle(): Promise<void>;
}
