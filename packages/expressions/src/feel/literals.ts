import type { Rule } from './compile.ts';
import { compiled } from './compiled.ts';

const constant = (type: Parameters<typeof compiled>[0], value: unknown) => compiled(type, () => value);

export const numericLiteral: Rule = (_compiler, _node, source) => constant('number', Number(source.replace(/\s+/g, '')));
export const booleanLiteral: Rule = (_compiler, _node, source) => constant('boolean', source === 'true');
export const nullLiteral: Rule = () => constant('nil', null);
export const stringLiteral: Rule = (_compiler, _node, source) => constant('string', textOf(source));

const ESCAPE = /\\(?:(["'\\nrt])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6}))/g;
const CONTROL: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t' };

/** Text between quotation marks. Not by feelin, which reads a letter a to f behind `\\u0041` as part of the number. */
export function textOf(literal: string): string {
  return literal.slice(1, -1).replace(ESCAPE, (_, letter: string | undefined, unit: string | undefined, point: string | undefined) => {
    if (letter !== undefined) return CONTROL[letter] ?? letter;
    const code = Number.parseInt(unit ?? point ?? '', 16);
    return unit === undefined ? String.fromCodePoint(Math.min(code, 0x10ffff)) : String.fromCharCode(code);
  });
}
