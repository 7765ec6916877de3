const PLAIN = /^([A-Za-z]\w*)(\.[A-Za-z]\w*)*( *(=|!=|<|<=|>|>=) *(-?\d+(\.\d+)?|"[^"\\]*"|true|false))?$/;
const WORDS = /\b(if|then|else|for|in|return|some|every|satisfies|and|or|not|between|instance|of|null|function|external|date|time)\b/;

/** Formulas so plain (a name, or a name compared with a value) that they are sound without asking FEEL, which is large to fetch. */
export const isPlainFormula = (source: string): boolean => PLAIN.test(source.trim()) && !WORDS.test(source.replace(/"[^"]*"/g, ''));
