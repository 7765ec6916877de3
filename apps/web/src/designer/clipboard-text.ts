import type { Fragment } from '@baton/editing';
import { artifactSchema, edgeLayoutSchema, elementSchema, flowSchema, shapeLayoutSchema } from '@baton/model';
import { z } from 'zod';

/** First line of what we put on the clipboard, so that we know our own again. */
const HEADER = 'baton.fragment 1';

const fragmentSchema = z.strictObject({
  elements: z.array(elementSchema),
  flows: z.array(flowSchema),
  artifacts: z.array(artifactSchema),
  layout: z.record(z.string(), z.union([edgeLayoutSchema, shapeLayoutSchema])),
});

export const toClipboardText = (fragment: Fragment): string => `${HEADER}\n${JSON.stringify(fragment)}`;

/** `null`: something else was on the clipboard. */
export function fromClipboardText(text: string): Fragment | null {
  if (!text.startsWith(`${HEADER}\n`)) return null;
  try {
    const parsed = fragmentSchema.safeParse(JSON.parse(text.slice(HEADER.length + 1)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
