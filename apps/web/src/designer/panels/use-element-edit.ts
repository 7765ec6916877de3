import type { Properties } from '@baton/editing';
import { useDesigner } from '../use-designer.ts';

/** Writes properties of one element; an empty text or list takes the property away. */
export function useElementEdit(id: string): (properties: Properties) => void {
  const designer = useDesigner();
  return (properties) => {
    designer.run({
      type: 'setProperties',
      id,
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, isNothing(value) ? null : value])),
    });
  };
}

const isNothing = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
