/** A variable's name made from a label: `Purchase order no.` gives `purchaseOrderNo`. Free among `taken`. */
export const keyFromLabel = (label: string, taken: readonly string[] = []): string => {
  const words =
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join('');
  return freeName(/^\p{L}/u.test(name) ? name.slice(0, 100) : `field${upperFirst(name)}`.slice(0, 100), taken);
};

const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
/** `IBAN` becomes `iban`, `Order` becomes `order`. */
const lowerFirst = (word: string) => (word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1));

/** `amount`, `amount2`, `amount3`: the first that isn't taken. */
export const freeName = (name: string, taken: readonly string[]): string => {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}${number}`)) number += 1;
  return `${name}${number}`;
};
