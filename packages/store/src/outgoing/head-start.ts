/** How long whoever wrote something that is to be done has it to themselves; then another takes them for dead, and does it. */
export const HEAD_START_MS = 5_000;
