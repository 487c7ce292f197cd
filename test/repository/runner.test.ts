// The runner of `npm test`: which tests an argument names, which of them need the site built, how checks are counted.
import { describe, expect, it } from 'vitest';
import { readsBuild } from '../support/reads-build.ts';
import { selectionOf, WrongArgument } from '../support/selection.ts';
import { check, runStep, sideBySide } from '../support/step.ts';

describe('an argument', () => {
  it('names everything, one kind of tests, or what changed', () => {
    expect(selectionOf([]).kind).toBe('all');
    expect(selectionOf(['--unit', '--coverage'])).toMatchObject({ kind: 'unit', coverage: true });
    expect(selectionOf(['--browser']).kind).toBe('browser');
    expect(selectionOf(['--changed'])).toMatchObject({ kind: 'changed', since: null });
    expect(selectionOf(['--changed=main'])).toMatchObject({ kind: 'changed', since: 'main' });
  });

  it('leads a file to the program that runs it', () => {
    const files = ['test/hours/ical.test.ts', './test/browser/hours.spec.ts', 'src/hours/ical.ts'];
    expect(selectionOf(files)).toMatchObject({
      kind: 'paths',
      unit: ['test/hours/ical.test.ts'],
      browser: ['test/browser/hours.spec.ts'],
      related: ['src/hours/ical.ts'],
    });
  });

  it('takes a folder for the tests in it', () => {
    expect(selectionOf(['test/hours/']).unit).toContain('test/hours/ical.test.ts');
    expect(selectionOf(['test/browser']).browser).toContain('test/browser/hours.spec.ts');
  });

  it.each([['--wach'], ['test/nowhere.test.ts'], ['public']])('%s is refused with what may be given', argument => {
    expect(() => selectionOf([argument])).toThrow(WrongArgument);
    expect(() => selectionOf([argument])).toThrow(/npm run test:unit/);
  });
});

describe('the build', () => {
  it.each([
    ['test/calendar/dates.test.ts', false],
    ['test/api/complaints.test.ts', false],
    ['test/site/pages.test.ts', true],
    ['test/runtime/bundle.test.ts', true],
    ['test/register/commands.test.ts', true],
    ['test/browser/hours.spec.ts', true],
  ])('of %s: %s', (file, needed) => {
    expect(readsBuild(selectionOf([file]))).toBe(needed);
  });
});

describe('checks side by side', () => {
  const says = (text: string, code = 0) => ['node', '-e', `console.log('${text}'); process.exit(${code})`];

  it('count each as one, and stop at the first program that fails', async () => {
    const both = check('both', says('one', 3), says('two'));
    expect(await runStep(both)).toEqual({ name: 'both', passed: 0, failed: 1 });
    expect(both.output()).toBe('one\n');
  });

  it('fail where the program does not exist', async () => {
    expect(await runStep(check('none', ['no-such-program-here']))).toMatchObject({ failed: 1 });
  });

  it('are reported in the order given', async () => {
    const checks = [check('a', says('first')), check('b', says('second', 1)), check('c', says('third'))];
    expect(await sideBySide(checks, 2, () => undefined)).toEqual([
      { name: 'a', passed: 1, failed: 0 },
      { name: 'b', passed: 0, failed: 1 },
      { name: 'c', passed: 1, failed: 0 },
    ]);
  });
});
