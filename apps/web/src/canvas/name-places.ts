import type { Box, Point } from '@baton/model';
import type { Crowd } from './crowd.ts';
import { wrapText } from './shapes/wrap-text.ts';
import { boxOfText, heightOf, textAbove, textBelow, WRITTEN, type WrittenText, widthOf } from './written-text.ts';

/** The first place that covers nothing, else the one that covers least. */
function freest(places: readonly WrittenText[], crowd: Crowd, own: string): WrittenText {
  let best = places[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const covered = crowd.coveredBy(boxOfText(place), own);
    if (covered === 0) return place;
    if (covered < least) [best, least] = [place, covered];
  }
  return best;
}

/** Where the name of an event, a gateway or data stands: below, else above, else beside it, so that it crosses neither shapes nor flows. */
export function captionPlace(id: string, name: string, box: Box, crowd: Crowd): WrittenText {
  const lines = wrapText(name, WRITTEN);
  const [middle, right, bottom] = [box.x + box.width / 2, box.x + box.width, box.y + box.height];
  const beside = box.y + box.height / 2 - heightOf(lines) / 2;
  const places = [
    textBelow(lines, middle, bottom + 3, 'middle'),
    textAbove(lines, middle, box.y - 7, 'middle'),
    textBelow(lines, middle - 8, bottom + 6, 'end'),
    textAbove(lines, middle - 8, box.y - 2, 'end'),
    textBelow(lines, middle + 8, bottom + 6, 'start'),
    textAbove(lines, middle + 8, box.y - 2, 'start'),
    textBelow(lines, right + 6, beside, 'start'),
    textBelow(lines, box.x - 6, beside, 'end'),
  ];
  return freest(places, crowd, id);
}

const LONGEST = 36;
/** Least length of an upright stretch that a name may stand beside. */
const UPRIGHT = 24;
/** A name at an upright stretch stands this far from where the flow begins: it belongs to what it leaves. */
const FROM_SOURCE = 37;

export const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

/** Where the name of a flow stands: at its first upright stretch or over its first level one with room, off everything else. */
export function flowNamePlace(id: string, text: string, waypoints: readonly Point[], crowd: Crowd): WrittenText {
  const lines = [text];
  const width = widthOf(lines);
  const stretches = waypoints.slice(1).map((to, index) => ({ from: waypoints[index]!, to }));
  const isUpright = ({ from, to }: Stretch) => Math.abs(from.x - to.x) < 1 && Math.abs(from.y - to.y) >= UPRIGHT;
  const hasRoom = ({ from, to }: Stretch) => Math.abs(from.y - to.y) < 1 && Math.abs(to.x - from.x) >= width + 12;
  const first = stretches.slice(0, 1);
  const places = [...first.filter(isUpright), ...stretches.filter(hasRoom), ...stretches.slice(1).filter(isUpright), ...first].flatMap((stretch) =>
    isUpright(stretch) ? besideUpright(lines, stretch) : alongLevel(lines, stretch),
  );
  return freest(places, crowd, id);
}

type Stretch = { readonly from: Point; readonly to: Point };

function besideUpright(lines: readonly string[], { from, to }: Stretch): WrittenText[] {
  const y = from.y + Math.sign(to.y - from.y) * Math.min(FROM_SOURCE, Math.abs(to.y - from.y) / 2) - heightOf(lines) / 2;
  return [textBelow(lines, from.x + 10, y, 'start'), textBelow(lines, from.x - 10, y, 'end')];
}

function alongLevel(lines: readonly string[], { from, to }: Stretch): WrittenText[] {
  const middle = (from.x + to.x) / 2;
  return [textAbove(lines, middle, Math.min(from.y, to.y) - 5, 'middle'), textBelow(lines, middle, Math.max(from.y, to.y) + 5, 'middle')];
}
