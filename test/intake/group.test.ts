// Group commit: waiting submissions are taken in together, in order, and a failing one does not affect the
// others.
import { describe, expect, it } from 'vitest';
import { grouped } from '../../api/store/group.ts';

describe('grouped', () => {
  it('takes who arrives meanwhile in one go, at most so many', async () => {
    const groups: number[][] = [];
    const submit = grouped<number, number>(async items => {
      groups.push([...items]);
      await new Promise(resolve => setTimeout(resolve, 5));
      return items.map(item => item * 2);
    }, 4);
    const first = submit(0);
    await Promise.resolve();
    await Promise.resolve();
    const answers = await Promise.all([first, ...[1, 2, 3, 4, 5, 6].map(submit)]);
    expect(answers).toEqual([0, 2, 4, 6, 8, 10, 12]);
    expect(groups).toEqual([[0], [1, 2, 3, 4], [5, 6]]);
  });

  it('takes half of a crowd, so that the other half is answered meanwhile', async () => {
    const sizes: number[] = [];
    const submit = grouped<number, number>(async items => {
      sizes.push(items.length);
      await new Promise(resolve => setTimeout(resolve, 5));
      return items;
    }, 200);
    const everybody = Array.from({ length: 100 }, (_, i) => i);
    expect(await Promise.all(everybody.map(submit))).toEqual(everybody);
    expect(sizes).toEqual([50, 50]);
  });

  it('tries each of a failed group alone and blames only who is to blame', async () => {
    const submit = grouped<string, string>(async items => {
      if (items.includes('bad')) throw new Error('bad');
      return items.map(item => `${item}!`);
    }, 10);
    const answers = await Promise.allSettled(['a', 'bad', 'b'].map(submit));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await submit('c')).toBe('c!');
  });
});
