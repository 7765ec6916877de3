import { LIMITS } from '../limits.ts';
import type { Builtin, Builtins } from './builtin.ts';
import { findText } from './find-text.ts';
import { weightOfText } from './weight.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

const searching =
  (give: (text: string, part: string, at: number) => unknown): Builtin['run'] =>
  (_environment, [text, part]) =>
    isText(text) && isText(part) ? give(text, part, findText(text, part)) : null;

/** The result's length is known before it is made: a long text between many items would fill the memory. */
const join: Builtin['run'] = (environment, [list, delimiter = null]) => {
  const texts = (Array.isArray(list) ? list : [list]).filter((item) => item !== null);
  if (list === null || list === undefined || !texts.every(isText) || !(delimiter === null || isText(delimiter))) return null;
  const between = delimiter ?? '';
  const length = texts.reduce((sum, text) => sum + text.length, between.length * Math.max(0, texts.length - 1));
  if (length > LIMITS.textLength) return environment.exceeds(`Expected a text of at most ${LIMITS.textLength} characters.`);
  return environment.spend(weightOfText(between) * texts.length) ? texts.join(between) : null;
};

/** In place of feelin's, whose time or memory has no bound. */
export const TEXTS: Builtins = {
  contains: { parameters: ['string', 'match'], run: searching((_text, _part, at) => at >= 0) },
  'substring before': { parameters: ['string', 'match'], run: searching((text, _part, at) => (at < 0 ? '' : text.slice(0, at))) },
  'substring after': { parameters: ['string', 'match'], run: searching((text, part, at) => (at < 0 ? '' : text.slice(at + part.length))) },
  'string join': { parameters: ['list', 'delimiter'], run: join },
};
