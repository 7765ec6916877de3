type Records<T> = { readonly [key: string]: T };

/** A record that is copied when it is first written to; empty, it is absent from the state. */
export class CopyOnWrite<T> {
  private own: Map<string, T> | null = null;

  constructor(private readonly base: Records<T> | undefined) {}

  get size(): number {
    if (this.own) return this.own.size;
    for (const _key in this.base) return Object.keys(this.base).length;
    return 0;
  }

  get(key: string): T | undefined {
    if (this.own) return this.own.get(key);
    return this.base && Object.hasOwn(this.base, key) ? this.base[key] : undefined;
  }

  set(key: string, value: T): void {
    this.write().set(key, value);
  }

  delete(key: string): void {
    if (this.get(key) !== undefined) this.write().delete(key);
  }

  /** A copy, so that it may be written to meanwhile. */
  [Symbol.iterator](): IterableIterator<[string, T]> {
    return (this.own ? [...this.own] : Object.entries(this.base ?? {})).values();
  }

  keys(): readonly string[] {
    return this.own ? [...this.own.keys()] : Object.keys(this.base ?? {});
  }

  /** As a property of the state; nothing if it is empty. */
  named<N extends string>(name: N): { readonly [P in N]?: Records<T> } {
    if (!this.own) return this.size && this.base ? ({ [name]: this.base } as { readonly [P in N]: Records<T> }) : {};
    return this.own.size ? ({ [name]: Object.fromEntries(this.own) } as { readonly [P in N]: Records<T> }) : {};
  }

  private write(): Map<string, T> {
    this.own ??= new Map(Object.entries(this.base ?? {}));
    return this.own;
  }
}
