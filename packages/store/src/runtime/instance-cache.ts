import type { LiveInstance } from './live-instance.ts';

const MAX_INSTANCES = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;

export interface InstanceCache {
  get(tenantId: string, id: string): LiveInstance | undefined;
  put(instance: LiveInstance): void;
  forget(tenantId: string, id: string): void;
  readonly size: number;
}

/** Those used last, so that most commands need no read. It may be stale: the version in the commit decides. */
export function createInstanceCache(): InstanceCache {
  const instances = new Map<string, LiveInstance>();
  let bytes = 0;
  const keyOf = (tenantId: string, id: string) => `${tenantId}/${id}`;

  function remove(key: string): void {
    const known = instances.get(key);
    if (!known) return;
    instances.delete(key);
    bytes -= known.state.variableBytes;
  }

  return {
    get(tenantId, id) {
      const key = keyOf(tenantId, id);
      const known = instances.get(key);
      if (known) {
        instances.delete(key);
        instances.set(key, known);
      }
      return known;
    },
    put(instance) {
      const key = keyOf(instance.tenantId, instance.id);
      remove(key);
      if (instance.endedAt !== null) return;
      instances.set(key, instance);
      bytes += instance.state.variableBytes;
      for (const oldest of instances.keys()) {
        if (instances.size <= MAX_INSTANCES && bytes <= MAX_BYTES) break;
        remove(oldest);
      }
    },
    forget: (tenantId, id) => remove(keyOf(tenantId, id)),
    get size() {
      return instances.size;
    },
  };
}
