/** How many of each; what there is none of isn't there. */
export class Counts extends Map<string, number> {
  add(key: string): number {
    const count = (this.get(key) ?? 0) + 1;
    this.set(key, count);
    return count;
  }
  spend(key: string): void {
    const left = (this.get(key) ?? 0) - 1;
    if (left > 0) this.set(key, left);
    else this.delete(key);
  }
  /** One of each. */
  spendAll(): void {
    for (const key of [...this.keys()]) this.spend(key);
  }
  get total(): number {
    return [...this.values()].reduce((sum, count) => sum + count, 0);
  }
}
