// `npm run register -- verify`: checks the event chain, and the register against it.
import { existsSync, readFileSync } from 'node:fs';
import { verifyTools } from '../../compose-verify.ts';
import type { Config } from '../../config.ts';
import { type Head, openHead, parseHead } from '../../domain/chain.ts';
import { createKeyring, type Keyring } from '../../domain/keyring.ts';
import { checkReceipt } from '../../domain/receipt.ts';
import { REGISTER } from '../../domain/register/events.ts';
import { isWhole, MOST_FINDINGS } from '../../domain/register/verdict.ts';
import { verify } from '../../jobs/verify.ts';
import { eventsAfter, restoresIn } from '../../store/chain.ts';
import type { Database } from '../../store/database.ts';
import { findingTexts, NOT_COMPARED, NOT_COVERED_TITLE, notCoveredTexts } from '../../views/finding-text.ts';
import {
  damageText,
  type KeptHead,
  keptHeadText,
  restoredText,
  wholeText,
} from '../../views/verification-text.ts';
import { keyFolder } from '../key-folder.ts';
import { nodePrimitives } from '../primitives.ts';
import { Refusal } from '../refusal.ts';

/** A head that somebody kept, to compare with the chain. */
export interface Kept {
  readonly head: Head;
  /** The submission the receipt is for. */
  readonly reference: string | null;
}

export interface Verification {
  readonly text: string;
  readonly whole: boolean;
}

const said = (whole: boolean, lines: readonly string[]): Verification => ({
  text: `${lines.join('\n')}\n`,
  whole,
});

/** Checks the whole register. `kept`: a head from a receipt or a note. */
export async function verifyRegister(
  database: Database,
  keyring: Keyring,
  kept: Kept | null,
): Promise<Verification> {
  const read = eventsAfter(database);
  const verdict = await verify(verifyTools(database, keyring));
  const { head, damage } = verdict;
  if (damage) return said(false, [damageText(damage), `Līdz notikumam Nr. ${head.seq} ķēde ir vesela.`]);
  const fate = kept && (await fateOf(kept, head, read));
  const faults = [
    ...(kept && fate && fate !== 'stands' ? [keptHeadText(fate, kept.head, head)] : []),
    ...(kept && fate && fate !== 'stands' ? await restoresBehind(database, kept.head) : []),
    ...findingTexts(verdict.findings, verdict.findings.length >= MOST_FINDINGS),
  ];
  if (faults.length > 0 || !isWhole(verdict)) return said(false, faults);
  const limits = verdict.isComplete ? [] : [NOT_COMPARED];
  // Nothing was checked yet where nothing has happened.
  const uncovered = head.seq === 0 ? [] : [NOT_COVERED_TITLE, ...notCoveredTexts.map(text => `- ${text}`)];
  return said(true, [
    ...(kept ? [keptHeadText('stands', kept.head, head)] : []),
    wholeText(head, await submissionsIn(database)),
    ...limits,
    ...uncovered,
  ]);
}

async function submissionsIn(database: Database): Promise<number> {
  const { rows } = await database.execute({ sql: 'SELECT count(*) AS n FROM submissions' });
  return Number(rows[0]?.['n']);
}

async function fateOf(
  { head: kept, reference }: Kept,
  head: Head,
  read: ReturnType<typeof eventsAfter>,
): Promise<KeptHead> {
  if (kept.seq > head.seq) return 'lost';
  const [event] = await read(kept.seq - 1, 1);
  const same = event?.hash.every((byte, i) => byte === kept.hash[i]) ?? false;
  return same && (reference === null || event?.reference === reference) ? 'stands' : 'other';
}

/** Restores that explain a missing head. */
const restoresBehind = async (database: Database, kept: Head): Promise<string[]> =>
  (await restoresIn(database)).flatMap(restored => restoredText(restored, kept) ?? []);

/** The keyring of the data folder; the chain is keyed, so checking it needs the keys. */
export const keyringOf = (config: Config): Promise<Keyring> =>
  createKeyring(keyFolder(config).keys(), nodePrimitives);

/**
 * The head in a receipt file.
 * @throws {Refusal} when the file cannot be read, its signature is not ours, or it is from before the chain.
 */
export async function keptInReceipt(keyring: Keyring, path: string): Promise<Kept> {
  const check = await checkReceipt(keyring, readText(path));
  if (!check.valid) throw new Refusal(`Apliecinājums “${path}” nav derīgs: ${REASONS[check.reason]}`);
  const head = await openHead(keyring, check.facts.chain ?? '');
  if (!head)
    throw new Refusal(
      `Apliecinājums “${path}” ir īsts, bet ķēdes gala tajā nav: tas izsniegts, pirms ķēde tika ieviesta.`,
    );
  // A head that was handed out belongs to no submission.
  const { reference } = check.facts;
  return { head, reference: reference === REGISTER ? null : reference };
}

const REASONS = {
  unreadable: 'tajā nav visu apliecinājuma rindu.',
  'unknown-key': 'tas parakstīts ar atslēgu, kuras šim reģistram nav.',
  altered: 'tas pēc parakstīšanas ir mainīts.',
} as const;

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    throw new Refusal(`Failu “${path}” nevar nolasīt: ${fault instanceof Error ? fault.message : fault}`);
  }
}

/** @throws {Refusal} when this is not a head. */
export function keptInNote(text: string): Kept {
  const head = parseHead(text);
  if (!head)
    throw new Refusal(
      `“${text}” nav ķēdes gals. Tas izskatās šādi: 17-… (parādīts ar verify) vai g…-… (no apliecinājuma).`,
    );
  return { head, reference: null };
}

/**
 * A head given as text, or as a file that `head` printed or the witness received.
 * @throws {Refusal} when it is neither.
 */
export async function keptAsHead(keyring: Keyring, given: string): Promise<Kept> {
  const head = await openHead(keyring, given);
  if (head) return { head, reference: null };
  return existsSync(given) ? keptInReceipt(keyring, given) : keptInNote(given);
}
