// The result of the check of the register.
import type { Head } from '../chain.ts';
import type { ChainDamage } from '../verify-chain.ts';
import type { Finding } from './compare.ts';

export interface Verdict {
  /** The last event that follows from all before it; everything up to it was checked. */
  readonly head: Head;
  /** The first damage to the chain. Rows are not compared with a damaged chain. */
  readonly damage: ChainDamage | null;
  /** At most `MOST_FINDINGS`; where there are as many, there may be more. */
  readonly findings: readonly Finding[];
  /** False where a copy of an older version lacks columns: then only arrivals were compared. */
  readonly isComplete: boolean;
  /** How many cases there are. */
  readonly cases: number;
}

export const isWhole = ({ damage, findings }: Pick<Verdict, 'damage' | 'findings'>): boolean =>
  damage === null && findings.length === 0;

/** More findings than this say nothing more, and all are kept in memory. */
export const MOST_FINDINGS = 1000;

export interface Checked {
  readonly verdict: Verdict;
  /** When the check began: everything that was there then has been checked. */
  readonly at: Date;
}
