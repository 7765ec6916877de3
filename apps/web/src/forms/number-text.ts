/** How a locale writes numbers: `1,234.5` or `1.234,5` or `1’234.5`. */
interface Separators {
  readonly group: string;
  readonly decimal: string;
}

const separatorsOf = (locale: string): Separators => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.8);
  const partOf = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: partOf('group', ','), decimal: partOf('decimal', '.') };
};

const SPACES_AND_APOSTROPHES = /[\s\u00a0\u202f'’]/g;
const CURRENCY_SIGNS = /^(?:[A-Z]{3}|\p{Sc})|(?:[A-Z]{3}|\p{Sc})$/gu;
const SIGN = /^[+-]/;
/** Groups of three, in India of two before the last three; or no groups at all. */
const INTEGER = /^(?:\d*|\d{1,3}(?:,\d{2,3})*,\d{3})$/;
const DIGITS = /^\d*$/;

/** `12.5` typed where `.` groups thousands can only mean a decimal: a group always has three digits. */
const isMisplacedGroup = (text: string, group: string) => {
  const parts = text.split(group);
  return parts.length === 2 && parts[1]?.length !== 3;
};

/** Which sign is which in this text: the locale's, unless what stands where can only mean the other way round. */
const readAs = (text: string, { group, decimal }: Separators): Separators => {
  const isSwapped = text.includes(decimal) ? text.lastIndexOf(group) > text.indexOf(decimal) : isMisplacedGroup(text, group);
  return isSwapped ? { group: decimal, decimal: group } : { group, decimal };
};

/** The number somebody typed, as their locale writes it; `undefined` if it isn't one. Takes a currency sign or code beside it. */
export const parseNumber = (typed: string, locale: string): number | undefined => {
  const text = typed.trim().replace(CURRENCY_SIGNS, '').replace(SPACES_AND_APOSTROPHES, '').replace('\u2212', '-');
  const unsigned = text.replace(SIGN, '');
  const { group, decimal } = readAs(unsigned, separatorsOf(locale));
  const [integer = '', fraction = '', ...more] = unsigned.split(decimal);
  const isNumber = more.length === 0 && INTEGER.test(integer.replaceAll(group, ',')) && DIGITS.test(fraction) && integer + fraction !== '';
  return isNumber ? Number(`${text.startsWith('-') ? '-' : ''}${integer.replaceAll(group, '') || '0'}.${fraction || '0'}`) : undefined;
};

export const formatNumber = (value: number, locale: string): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);

/** As many decimals as the currency has: 2 for EUR, 0 for JPY. Without a currency 2. More are kept if the value has them. */
export const formatMoney = (value: number, locale: string, currency?: string): string => {
  const decimals = new Intl.NumberFormat(locale, { style: 'currency', currency: currency ?? 'EUR' }).resolvedOptions().minimumFractionDigits ?? 2;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 6) }).format(value);
};

/** `4,860.00 EUR`: the unit after the amount, as the screens show it. */
export const moneyText = (value: number, locale: string, currency?: string): string =>
  [formatMoney(value, locale, currency), currency].filter(Boolean).join(' ');
