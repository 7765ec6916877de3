const number = new Intl.NumberFormat('en-GB');

/** `1,267`. */
export const figure = (count: number): string => number.format(count);

/** `1 instance`, `214 instances`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;
