// Tells an administrator of records that the system did not write, and what to do about them.
import { html } from 'hono/html';
import type { Person } from '../../domain/register/people.ts';
import type { Markup } from '../page.ts';

export interface UnmarkedRecord {
  readonly table: 'people' | 'passkeys' | 'recovery_codes' | 'invitations' | 'sessions';
  /** Id of the person it says it belongs to. */
  readonly person: string;
}

/** Names of the kinds of record that belong to a person, in the nominative. */
export const RECORD_WORDS: Readonly<Record<UnmarkedRecord['table'], string>> = {
  people: 'cilvēka ieraksts',
  passkeys: 'piekļuves atslēga',
  recovery_codes: 'rezerves kods',
  invitations: 'uzaicinājums',
  sessions: 'sesija',
};

/** Each kind of record of a person once, with how many there are. */
function lines(records: readonly UnmarkedRecord[], people: readonly Person[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { table, person } of records) {
    const name = people.find(({ id }) => id === person)?.name;
    const line = `${RECORD_WORDS[table]}: ${name ? `${name} (${person})` : person}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, n]) => (n > 1 ? `${line} – ${n}` : line));
}

/** The notice; nothing where every record bears the mark. */
export const unmarkedNotice = (records: readonly UnmarkedRecord[], people: readonly Person[]): Markup | '' =>
  records.length === 0
    ? ''
    : html`<div class="notice notice--warn" role="alert"><h2>Datubāzē ir ieraksti bez sistēmas zīmes</h2><p>Šos ierakstus nav saglabājis reģistrs, vai kāds tos vēlāk ir mainījis vai atlicis atpakaļ. Reģistrs tos neņem vērā, un ar tiem neviens nevar pieteikties.</p><ul>${lines(
        records,
        people,
      ).map(
        line => html`<li>${line}</li>`,
      )}</ul><p>Pasakiet to servera uzturētājam: kādam ir bijusi pieeja datubāzei. Ja ieraksta cilvēks ir tabulā zemāk, atveriet viņu un izvēlieties “Noņemt visas atslēgas un izsniegt jaunu uzaicinājumu”: tas izdzēš arī šādus ierakstus. Ja cilvēka tabulā nav, bet viņam reģistrā jāstrādā, uz servera palaidiet <code>npm run register -- invite NUMURS --roles LOMA</code> (numurs ir sarakstā iekavās vai pēc kola): ieraksts tiks izveidots no jauna. Ja tāda cilvēka nav bijis, ierakstu no datubāzes izdzēš servera uzturētājs.</p></div>`;
