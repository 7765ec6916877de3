import type { Element } from '@baton/model';
import { kindWord } from '../canvas/element-words.ts';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import { ELEMENT_VIEWS } from '../elements/registry.ts';
import { CATALOGUE } from './catalogue.tsx';
import { itemOf } from './palette-items.ts';
import type { Figure } from './panels/figure-part.tsx';

/** The picture of what is selected: an event with its trigger, a note as a note. */
export function ElementIcon({ element }: { readonly element: Element }) {
  const word = kindWord(element);
  const Icon = (CATALOGUE.find(({ item }) => item.label === word)?.item ?? itemOf(element) ?? ELEMENT_VIEWS[element.type]).Icon;
  return <Icon />;
}

export function FigureHeadIcon({ figure }: { readonly figure: Figure }) {
  const kind = figure.kind === 'artifact' ? figure.part.type : figure.kind;
  const Icon = CATALOGUE.find(({ item }) => 'figure' in item && item.figure === kind)?.item.Icon;
  return Icon ? <Icon /> : <ToolIcon name="connect" />;
}
