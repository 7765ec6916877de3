/** The same with one text set; an empty one takes the property away. */
export function withText<T extends object>(whole: T, property: keyof T & string, text: string): T {
  const { [property]: _before, ...rest } = whole;
  return (text.trim() ? { ...rest, [property]: text.trim() } : rest) as T;
}

/** A number where one is written, else the text: a formula. */
export const countOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text.trim());
