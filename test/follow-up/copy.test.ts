// The copy of one's data: everything that is stored, readable by people and by programs, without the code.
import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/chain.ts';
import { htmlProblems } from '../support/html-check.ts';
import { bringTo } from '../support/office-steps.ts';
import { file } from './filed.ts';

const SENT = {
  text: 'Rinda bija gara.\nGaidīju.',
  name: 'Anna Parauga',
  email: 'anna@paraugs.example',
  replyBy: 'status-page',
  service: 'suna-registracija',
  rulePoints: ['5.1.1', '6'],
  occurredOn: '2026-11-20',
  keepFactsPrivate: true,
};

async function rich() {
  const filed = await file(undefined, SENT);
  await filed.json('/messages', { text: 'Vēl kas' });
  await bringTo(filed.test, filed.reference, 'answered');
  await filed.json('/rating', { satisfaction: 4, effort: 2, comment: 'Ātrāk' });
  await filed.json('/erasure', { text: 'Tālruni' });
  return filed;
}

/** Columns with keys, ciphertexts, hashes or row numbers. */
const NOT_SAID = new Set([
  'id',
  'n',
  'window_id',
  'for_office',
  'for_code',
  'content',
  'content_digest',
  'idempotency_hash',
  'code_hash',
  'body',
  'comment',
  'hash',
  'seq',
  // The office's internal data: not about the person.
  'version',
  'assignee',
  'screened_at',
  // JSON in the column; a list in the copy.
  'deadline',
]);

describe('the copy', () => {
  it('for programs holds what was written, said, done and asked for', async () => {
    const filed = await rich();
    const copy = await (await filed.json('/copy')).json();
    expect(copy).toMatchObject({
      format: 'kac-copy-1',
      madeAt: '2026-11-23T08:30:00Z',
      centre: { controller: 'Paraugu pašvaldība' },
      submission: {
        reference: filed.reference,
        state: 'answered',
        rulePoints: ['5.1.1', '6'],
        suspicions: [],
      },
      content: SENT,
      messages: [
        { author: 'submitter', text: 'Vēl kas' },
        { author: 'office', kind: 'answer' },
        { kind: 'erasure', text: 'Tālruni' },
      ],
      rating: { satisfaction: 4, effort: 2, comment: 'Ātrāk' },
      requests: { review: null, erasure: { dueOn: '2026-12-23' } },
    });
    expect(copy.events.map(({ kind, actor }: Record<string, string>) => `${kind} ${actor}`)).toEqual([
      'received submitter',
      'message-received submitter',
      'answered office',
      'rated submitter',
      'erasure-requested submitter',
      'copy-given submitter',
    ]);
    expect(JSON.stringify(copy)).not.toContain('staff:');
  });

  it('leaves out nothing that lies open in the database', async () => {
    const filed = await rich();
    const copy = JSON.stringify(await (await filed.json('/copy')).json());
    for (const table of ['submissions', 'messages', 'ratings', 'events']) {
      const { rows } = await filed.test.database.execute({ sql: `SELECT * FROM ${table}` });
      expect(rows.length).toBeGreaterThan(0);
      for (const [column, value] of rows.flatMap(row => Object.entries(row))) {
        if (NOT_SAID.has(column) || value === null) continue;
        const said = column === 'actor' && String(value).startsWith('staff:') ? 'office' : String(value);
        // A JSON column is JSON in the copy as well.
        const quoted = JSON.stringify(said).slice(1, -1);
        expect(copy.includes(quoted) || copy.includes(said), `${table}.${column}: ${value}`).toBe(true);
      }
    }
  });

  it.each(['html', 'json', ''])(
    'in the format “%s” is a file for a browser, without the code',
    async format => {
      const filed = await rich();
      const response = await filed.form('/copy', format ? { format } : {});
      const ending = format || 'html';
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="${filed.reference}-kopija.${ending}"`,
      );
      expect(response.headers.get('content-type')).toContain(ending);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const text = await response.text();
      for (const part of [
        'Anna Parauga',
        'Vēl kas',
        'Rinda bija par garu',
        'Ātrāk',
        'Arhīvu likuma',
        'Datu valsts',
      ])
        expect(text).toContain(part);
      expect(text).not.toContain(filed.trackingCode);
    },
  );

  it('to read is a whole document, named in words', async () => {
    const filed = await rich();
    const text = await (await filed.form('/copy', { format: 'html' })).text();
    expect(await htmlProblems(text)).toEqual([]);
    for (const part of [
      '2026. gada 20. novembris',
      'Suņa reģistrācija',
      'Šajā vietnē, ievadot izsekošanas kodu',
      'Atbilde sniegta (centrs)',
      'Kad tas notika',
      'KAC saņemšanas apstiprinājums',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('undefined');
  });

  it('is given in every format from one page, and recorded once', async () => {
    const filed = await rich();
    const key = 'k7hQ2vX9mRkz4LpW1aBc';
    for (const format of ['html', 'json', 'html'])
      expect((await filed.form('/copy', { format }, key)).status).toBe(200);
    const given = (await eventsOf(filed.test)).filter(({ kind }) => kind === 'copy-given');
    expect(given).toHaveLength(1);
  });
});
