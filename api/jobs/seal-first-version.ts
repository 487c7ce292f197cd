// Migrates what the first version stored unencrypted: seals it, adds its events to the chain, and deletes the
// clear text. Runs at every server start; after the first it finds nothing.

import type { Kind } from '../../src/contract/kinds.ts';
import type { Deps } from '../deps.ts';
import type { NewEvent } from '../domain/chain.ts';
import { sealJson, wrapKey } from '../domain/crypto/content-key.ts';
import { type Content, contentPlace, type State } from '../domain/submission.ts';
import { clearLog } from '../store/clear-log.ts';
import type { Database, Row, SqlValue } from '../store/database.ts';
import { insertRows } from '../store/rows.ts';

type Tools = Pick<Deps, 'keyring' | 'primitives' | 'windows' | 'journal' | 'now'>;

const NEXT = 'SELECT * FROM submissions_0001 ORDER BY id LIMIT 1';
const EVENTS = 'SELECT at, kind FROM events_0001 WHERE submission_id = ? ORDER BY id';

/** Returns how many were migrated. Their tracking codes still show the status, but open no content. */
export async function sealFirstVersion(database: Database, tools: Tools): Promise<number> {
  for (let count = 0; ; count += 1) {
    const { rows } = await database.execute({ sql: NEXT });
    const [row] = rows;
    if (!row) {
      // Otherwise the clear text would remain in the write-ahead log until the log is next restarted.
      if (count > 0) await clearLog(database);
      return count;
    }
    const { rows: events } = await database.execute({ sql: EVENTS, args: [row['id'] ?? null] });
    await takeOver(row, events, tools);
  }
}

function takeOver(
  row: Row,
  events: readonly Row[],
  { primitives, windows, journal, now }: Tools,
): Promise<void> {
  const reference = String(row['reference']);
  return journal.run(append =>
    windows.use(now().getTime(), async window => {
      const contentKey = primitives.random(32);
      const content = JSON.parse(String(row['content'])) as Content;
      for (const event of events) await append(toNewEvent(event, reference));
      const key = await wrapKey(primitives, contentKey, { reference, window, trackingCode: null });
      const values: Record<string, SqlValue> = {
        reference,
        kind: row['kind'] as Kind,
        state: row['state'] as State,
        received_at: row['received_at'] ?? null,
        due_on: row['due_on'] ?? null,
        deadline: row['deadline'] ?? null,
        service: typeof content['service'] === 'string' ? content['service'] : null,
        rule_points: JSON.stringify(content['rulePoints'] ?? []),
        window_id: key.windowId,
        for_office: key.forOffice,
        content: await sealJson(primitives, contentKey, content, contentPlace(reference)),
        idempotency_hash: row['idempotency_hash'] ?? null,
        code_hash: row['code_hash'] ?? null,
        receipt: row['receipt'] ?? null,
      };
      return {
        statements: [
          ...insertRows(
            'windows',
            ['id', 'recipient', 'sealed'],
            window.sealed.map(({ id, recipient, sealed }) => [id, recipient, sealed]),
            'ON CONFLICT DO NOTHING',
          ),
          ...insertRows('submissions', Object.keys(values), [Object.values(values)]),
          { sql: 'DELETE FROM submissions_0001 WHERE id = ?', args: [row['id'] ?? null] },
        ],
        result: undefined,
      };
    }),
  );
}

const toNewEvent = ({ at, kind }: Row, reference: string): NewEvent => ({
  reference,
  at: String(at),
  kind: String(kind),
  actor: 'submitter',
  detail: {},
});
