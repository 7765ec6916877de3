import { evaluate } from 'feelin';
import type { Rule } from './compile.ts';
import { compiled } from './compiled.ts';

const constant = (type: Parameters<typeof compiled>[0], value: unknown) => compiled(type, () => value);

export const numericLiteral: Rule = (_compiler, _node, source) => constant('number', Number(source.replace(/\s+/g, '')));
export const booleanLiteral: Rule = (_compiler, _node, source) => constant('boolean', source === 'true');
export const nullLiteral: Rule = () => constant('nil', null);
/** feelin knows the escapes. */
export const stringLiteral: Rule = (_compiler, _node, source) => constant('string', evaluate(source, {}).value);
