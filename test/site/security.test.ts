// /.well-known/security.txt as RFC 9116 has it, of the built site and of any facts; and the policy that it leads to.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/dates.ts';
import { factsSchema } from '../../src/site/facts-schema.ts';
import { securityText } from '../../src/site/security-txt.ts';
import { distFile } from './dist.ts';

const fieldsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map(line => {
        const [, name = '', value = ''] = /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? [];
        return [name, value];
      }),
  );

const YEAR_MS = 365 * 86_400_000;

describe('security.txt', () => {
  it('is built with every field, good for less than a year', () => {
    const text = readFileSync(distFile('.well-known/security.txt'), 'utf8');
    const fields = fieldsOf(text);
    expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy']);
    expect(fields.get('Contact')).toMatch(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/);
    expect(fields.get('Preferred-Languages')).toBe('lv, en');
    expect(fields.get('Canonical')).toMatch(/^https?:\/\/[^/]+\/\.well-known\/security\.txt$/);
    const expires = Date.parse(fields.get('Expires') ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + YEAR_MS);
  });

  it('names an address to write to or to open, and the public address of the site', () => {
    const facts = { builtOn: '2026-11-22', origin: 'https://kac.example' };
    expect(securityText({ ...facts, contact: 'drosiba@kac.example' })).toBe(
      `Contact: mailto:drosiba@kac.example
Expires: ${addDays('2026-11-22', 364)}T00:00:00Z
Preferred-Languages: lv, en
Canonical: https://kac.example/.well-known/security.txt
Policy: https://kac.example/.well-known/security-policy.txt
`,
    );
    expect(securityText({ ...facts, contact: 'https://kac.example/zinot' })).toMatch(
      /^Contact: https:\/\/kac\.example\/zinot\n/,
    );
  });

  it('takes no contact that is neither', () => {
    const { security } = factsSchema.shape;
    for (const contact of [
      '',
      'drosiba',
      'http://kac.example/',
      'tel:+37164162440',
      'a@b.lv\nContact: mailto:x@y.lv',
    ])
      expect(security.safeParse({ value: { contact } }).success, contact).toBe(false);
    expect(security.safeParse({ value: {} }).success).toBe(false);
  });

  it('leads to the policy of this repository', () => {
    const policy = readFileSync(distFile('.well-known/security-policy.txt'), 'utf8');
    expect(policy).toBe(readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8'));
  });
});
