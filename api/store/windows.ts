// Key windows in SQL: each window's key as sealed to each recipient.
import type { SealedWindow } from '../domain/crypto/windows.ts';
import type { Database } from './database.ts';

/** A window as everybody who may open it has it. */
export const windowsOf =
  (database: Database) =>
  async (id: string): Promise<readonly SealedWindow[]> => {
    const { rows } = await database.execute({
      sql: 'SELECT recipient, sealed FROM windows WHERE id = ?',
      args: [id],
    });
    return rows.map(({ recipient, sealed }) => ({
      id,
      recipient: String(recipient),
      sealed: sealed as Uint8Array,
    }));
  };
