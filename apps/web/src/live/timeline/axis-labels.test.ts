import { expect, it } from 'vitest';
import { on } from '../testing/invoice.ts';
import { axisLabels } from './axis-labels.ts';
import { timeAxis } from './time-axis.ts';

const now = on(18, 14, 3);

it('names the days where they begin', () => {
  const axis = timeAxis([on(16, 9, 12), on(16, 15), on(17, 9), on(17, 15), on(18, 14)], now);

  expect(axisLabels(axis, now).map(({ text }) => text)).toEqual(['Mon 16 Nov', 'Tue 17 Nov']);
});

it('names times of day within one day, to the second within minutes', () => {
  expect(axisLabels(timeAxis([on(18, 9)], now), now)).toEqual([{ text: '09:00', position: 0 }]);
  expect(axisLabels(timeAxis([on(18, 14, 2, 5)], now), now)).toEqual([{ text: '14:02:05', position: 0 }]);
});
