import { describe, expect, it } from 'vitest';
import { idsOfList, listOfIds } from './step-ids.ts';

describe('steps chosen by a formula', () => {
  it.each([[[]], [['check']], [['check', 'pay_2']]])('%j is read as it was written', (ids) => {
    expect(idsOfList(listOfIds(ids))).toEqual(ids);
  });

  it.each(['steps', 'if urgent then ["a"] else ["b"]', '["a", b]'])('%s stays a formula', (source) => {
    expect(idsOfList(source)).toBeNull();
  });

  it('may have the sign of a formula and spaces', () => {
    expect(idsOfList('= [ "a" ,"b" ]')).toEqual(['a', 'b']);
  });
});
