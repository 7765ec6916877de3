/** A queue of numbered states by cost; of equals the one that came first. */
export interface Heap {
  push(state: number, cost: number): void;
  pop(): number | undefined;
}

type Entry = { readonly state: number; readonly cost: number; readonly turn: number };

const isBefore = (a: Entry, b: Entry) => a.cost < b.cost || (a.cost === b.cost && a.turn < b.turn);

export function createHeap(): Heap {
  const entries: Entry[] = [];
  let turn = 0;
  const at = (i: number): Entry => entries[i]!;
  const swap = (i: number, j: number) => {
    const entry = at(i);
    entries[i] = at(j);
    entries[j] = entry;
  };
  const sinkFrom = (start: number) => {
    for (let i = start, least = start; ; i = least) {
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < entries.length && isBefore(at(child), at(least))) least = child;
      if (least === i) return;
      swap(i, least);
    }
  };
  return {
    push(state, cost) {
      turn += 1;
      entries.push({ state, cost, turn });
      for (let i = entries.length - 1; i > 0 && isBefore(at(i), at((i - 1) >> 1)); i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
    },
    pop() {
      const top = entries[0];
      const last = entries.pop();
      if (!top || !last) return undefined;
      if (entries.length > 0) {
        entries[0] = last;
        sinkFrom(0);
      }
      return top.state;
    },
  };
}
