// The letters: who may get one, what they contain and never contain, and format=flowed lines.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowed } from '../../api/domain/flowed.ts';
import { mailsEn } from '../../api/domain/mails.en.ts';
import { mailsLv } from '../../api/domain/mails.lv.ts';
import { isMailable, type Mail, mailAddressOf, writeLetter } from '../../api/domain/mails.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { testSite } from '../api/test-site.ts';

const ORIGIN = 'https://kac.example';
const base = { to: 'anna@paraugs.example', reference: 'KAC-26-7Q4W-X26', occasion: '7' } as const;
const ofKind: Readonly<
  Record<Exclude<Mail['kind'], 'reminder' | 'chain-head'>, (lang: 'lv' | 'en') => Mail>
> = {
  acknowledgement: lang => ({
    ...base,
    lang,
    kind: 'acknowledgement',
    receivedAt: '2026-11-23T22:30:00Z',
    dueOn: '2026-12-08',
  }),
  'message-from-office': lang => ({ ...base, lang, kind: 'message-from-office' }),
  answered: lang => ({ ...base, lang, kind: 'answered' }),
  'due-changed': lang => ({ ...base, lang, kind: 'due-changed', dueOn: '2026-12-21' }),
};
const every = Object.entries(ofKind).flatMap(([kind, make]) =>
  (['lv', 'en'] as const).map(lang => [kind, lang, make(lang)] as const),
);

const withEmail = (email: string): SiteBundle => ({ ...testSite, centre: { ...testSite.centre, email } });
const letter = (mail: Mail, site: SiteBundle = testSite) => writeLetter(mail, { site, origin: ORIGIN });
/** The text before its lines were broken. */
const joined = (text: string): string => text.replaceAll(' \n', ' ');

describe.each(every)('the letter “%s” in %s', (_, lang, mail) => {
  const { subject, text } = letter(mail);

  it('names the submission, the centre, the page to look at and whom to turn to', () => {
    expect(`${subject}\n${text}`).toContain('KAC-26-7Q4W-X26');
    expect(joined(text)).toContain(testSite.centre.name);
    expect(text).toContain(`\n${ORIGIN}${lang === 'lv' ? '/gaita/' : '/en/status/'}\n`);
    expect(text).toContain(`\n${ORIGIN}/ka-izskatam/\n`);
    expect(text).toContain(testSite.centre.phone);
  });

  it('links to plain pages only: no code, no parameter, nothing that does anything', () => {
    const links = text.match(/https?:\S+/g) ?? [];
    expect(links.every(link => /^https:\/\/kac\.example\/[a-z/-]+\/$/.test(link))).toBe(true);
    expect(links).toHaveLength(2);
  });

  it('fits a line everywhere and has no line that only looks empty', () => {
    const lines = text.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(lines.filter(line => /^\s+$|undefined|null|\$\{/.test(line))).toEqual([]);
    expect(subject.length).toBeLessThanOrEqual(78);
  });

  it('holds nothing of its recipient', () => {
    expect(`${subject}${text}`).not.toContain('anna');
  });
});

describe('the acknowledgement', () => {
  it('says when it was received in Riga’s time, and the due date', () => {
    const { subject, text } = letter(ofKind.acknowledgement('lv'));
    expect(subject).toBe('Iesniegums KAC-26-7Q4W-X26 ir saņemts');
    expect(text).toContain('Saņemts: 2026. gada 24. novembrī plkst. 00.30\n');
    expect(text).toContain('Atbildes termiņš: 2026. gada 8. decembris\n');
    const english = letter(ofKind.acknowledgement('en'));
    expect(english.text).toContain('Received: 24 November 2026 at 00:30, Latvian time\n');
    expect(english.text).toContain('Reply due by: 8 December 2026\n');
  });

  it('says so when the date is not known yet', () => {
    const mail = { ...ofKind.acknowledgement('lv'), dueOn: null } as Mail;
    expect(joined(letter(mail).text)).toContain('Atbildes termiņš: vēl nav aprēķināts');
  });
});

it('in English leads to the Latvian page where English is switched off', () => {
  const site = { ...testSite, shellEn: null };
  expect(letter(ofKind.answered('en'), site).text).toContain(`\n${ORIGIN}/gaita/\n`);
});

describe('the address for answers', () => {
  it('is the centre’s own when it is real, and then stands in the letter', () => {
    const { replyTo, text } = letter(ofKind.answered('lv'), withEmail('kac@jaunpiebalga.lv'));
    expect(replyTo).toBe('kac@jaunpiebalga.lv');
    expect(text).toContain('E-pasts: kac@jaunpiebalga.lv\n');
    expect(text).not.toContain('neatbildēt');
  });

  it.each(['kac@jaunpiebalga.example', 'a@b.test', 'a@example.com', 'a@x.invalid', 'a b@c.lv', ''])(
    'is none when it is “%s”: then the letter asks not to be answered',
    email => {
      const { replyTo, text } = letter(ofKind.answered('lv'), withEmail(email));
      expect(replyTo).toBeNull();
      expect(text).toContain('Lūdzam uz to neatbildēt.');
      expect(text).not.toContain('E-pasts:');
    },
  );
});

describe('who gets letters', () => {
  const email = 'anna@paraugs.example';

  it.each([
    ['complaint', { email, replyBy: 'email' }, email],
    ['complaint', { email, replyBy: 'status-page' }, null],
    ['complaint', { email, replyBy: 'post' }, null],
    ['complaint', { email, replyBy: 'none' }, null],
    ['complaint', { email }, null],
    ['complaint', { replyBy: 'email' }, null],
    ['question', { email }, email],
    ['suggestion', { email }, email],
    ['question', {}, null],
    ['gratitude', { email }, null],
    ['site', { email }, null],
    ['question', { email: 'anna@paraugs.example, b@c.example' }, null],
    ['question', { email: ['anna@paraugs.example'] }, null],
  ] as const)('%s with %j: %s', (kind, content, address) => {
    expect(mailAddressOf(kind, content)).toBe(address);
  });

  it.each([
    'anna@paraugs',
    'anna@@paraugs.example',
    'anna @paraugs.example',
    '"anna"@paraugs.example',
    'anna@[127.0.0.1]',
    'anna@paraugs.example\n',
    'anna@paraugs.example\u0000',
    'anna@para\u202eugs.example',
    'āna@paraugs.example',
    `${'a'.repeat(65)}@paraugs.example`,
    `a@${'b.'.repeat(130)}lv`,
    '',
  ])('nobody at %j', address => expect(isMailable(address)).toBe(false));

  it('whatever is mailable has one @ and nothing that could end a header or begin another address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary', maxLength: 80 })), text => {
        if (isMailable(text))
          expect(text).toMatch(/^[^@\s<>,;:"()[\]\\\p{Cc}]+@[^@\s<>,;:"()[\]\\\p{Cc}]+$/u);
      }),
    );
  });
});

describe('flowed text', () => {
  it('says with a space that a line goes on, and ends others without one', () => {
    const long = 'vārds '.repeat(30).trim();
    const lines = flowed(`${long}\nīsa   \n\n`).split('\n');
    expect(lines.slice(0, -3).filter(line => line.endsWith(' '))).toHaveLength(lines.length - 4);
    expect(lines.slice(-3)).toEqual(['īsa', '', '']);
  });

  it('never breaks an address, and protects what would be read as a quotation', () => {
    const address = `https://kac.example/${'x'.repeat(90)}/`;
    expect(flowed(`Skatiet ${address}`)).toBe(`Skatiet \n${address}`);
    expect(flowed('> a\nFrom b\n c')).toBe(' > a\n From b\n  c');
  });

  it('reads as before once a reader joins it', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zā >F]{0,200}$/)), paragraphs => {
        const text = paragraphs.map(line => line.replaceAll(/ +/g, ' ').trimEnd()).join('\n');
        const unstuffed = flowed(text)
          .split('\n')
          .map(line => (line.startsWith(' ') ? line.slice(1) : line))
          .join('\n');
        expect(joined(unstuffed)).toBe(text);
      }),
    );
  });
});

it('both languages say the same things, and the English holds no Latvian letter', () => {
  const shape = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? shape(inner).map(path => `${key}.${path}`) : [`${key}: ${typeof inner}`],
    );
  expect(shape(mailsEn)).toEqual(shape(mailsLv));
  for (const [, lang, mail] of every)
    if (lang === 'en') {
      const ours = joined(letter(mail).text).replaceAll(testSite.centre.name, '');
      expect(ours).not.toMatch(/[āčēģīķļņšūž]/i);
    }
});
