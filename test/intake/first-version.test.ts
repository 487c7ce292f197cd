// Unencrypted data of the first version is migrated: sealed, chained, found by the same code, and removed
// from the file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealFirstVersion } from '../../api/jobs/seal-first-version.ts';
import { contentOf, postJson, startApp } from '../api/harness.ts';

it('takes over what was stored before content was sealed', async () => {
  const test = await startApp();
  const code = 'AAAA-BBBB-CCCC-DDDD';
  const hash = await test.deps.keyring.mac('code-hash', code);
  await test.database.batch([
    {
      sql: `INSERT INTO submissions_0001 (id, reference, kind, state, received_at, due_on, deadline, content,
        content_digest, idempotency_hash, code_hash, receipt)
        VALUES (7, 'KAC-26-7Q4W-X26', 'complaint', 'in-review', '2026-11-20T08:00:00Z', '2026-12-04', '["Tā."]', ?, x'01', x'02', ?, 'R')`,
      args: [
        JSON.stringify({ text: 'Senā sūdzība', service: 'suna-registracija', rulePoints: ['13'] }),
        hash,
      ],
    },
    {
      sql: `INSERT INTO events_0001 (submission_id, at, kind) VALUES (7, '2026-11-20T08:00:00Z', 'received')`,
    },
  ]);
  await postJson(test.app, '/api/complaints', { text: 'Jaunā' });
  expect(await sealFirstVersion(test.database, test.deps)).toBe(1);
  expect(await sealFirstVersion(test.database, test.deps)).toBe(0);
  expect(await contentOf(test, 'KAC-26-7Q4W-X26')).toMatchObject({ text: 'Senā sūdzība' });
  const status = await postJson(test.app, '/api/status', { trackingCode: code });
  expect(await status.json()).toMatchObject({
    reference: 'KAC-26-7Q4W-X26',
    state: 'in-review',
    dueOn: '2026-12-04',
    history: [{ at: '2026-11-20T08:00:00Z', kind: 'received' }],
  });
  for (const name of ['kac.db', 'kac.db-wal'])
    expect(readFileSync(join(test.folder, name)).includes('Senā sūdzība')).toBe(false);
});
