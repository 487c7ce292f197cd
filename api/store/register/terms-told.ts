// Warnings about ends of retention terms already sent, in SQL.
import type { Told } from '../../domain/register/term-warnings.ts';
import type { Database } from '../database.ts';
import { insertRows } from '../rows.ts';

export interface TermsTold {
  /** By person id. */
  all(): Promise<ReadonlyMap<string, Told>>;
}

/** For the batch that queues the letter. */
export const markTold = (
  person: string,
  terms: readonly { readonly dueOn: string; readonly days: number }[],
) =>
  insertRows(
    'terms_told',
    ['person', 'due_on', 'days'],
    terms.map(({ dueOn, days }) => [person, dueOn, days]),
    'ON CONFLICT (person, due_on) DO UPDATE SET days = min(days, excluded.days)',
  );

/** The store over any engine behind the port. */
export const termsTold = (database: Database): TermsTold => ({
  async all() {
    const { rows } = await database.execute({ sql: 'SELECT person, due_on, days FROM terms_told' });
    const by = Map.groupBy(rows, row => String(row['person']));
    return new Map(
      [...by].map(([person, told]) => [
        person,
        new Map(told.map(row => [String(row['due_on']), Number(row['days'])])),
      ]),
    );
  },
});
