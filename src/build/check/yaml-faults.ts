// Explains to an editor why YAML cannot be read. Pure.
import type { Anchor } from './problem.ts';
import { excerpt, quoted } from './wording.ts';
import type { YamlFault } from './yaml.ts';

interface Explanation {
  readonly line: number;
  readonly found: string;
  readonly message: string;
  readonly fix: string;
  readonly anchor: Anchor;
}

type Reason = Pick<Explanation, 'message' | 'fix'>;

const NO_SPACE = /^\s*(?:- )?[A-Za-z][A-Za-z0-9]*:(?=[^\s/])/;
const INNER_COLON = /^(\s*(?:- )?[A-Za-z][A-Za-z0-9]*: )([^"'[{].*: .*)$/s;

/** One explanation per line, because one mistake often causes several parser errors. */
export function explainFaults(faults: readonly YamlFault[], text: string): readonly Explanation[] {
  const lines = text.split(/\r?\n/);
  const byLine = new Map<number, Explanation>();
  for (const fault of faults) {
    const line = culprit(fault, lines);
    if (byLine.has(line)) continue;
    const source = lines[line - 1] ?? '';
    const anchor = fault.code === 'DUPLICATE_KEY' ? 'dublets' : 'nepareiza-vertiba';
    byLine.set(line, { line, found: excerpt(source), anchor, ...reason(fault.code, source) });
  }
  return [...byLine.values()];
}

/** The parser notices an open quotation mark or bracket only where the text stops making sense. */
function culprit(fault: YamlFault, lines: readonly string[]): number {
  const before = lines.slice(0, fault.line);
  const isOpen = OPENERS[fault.code];
  const index = isOpen === undefined ? -1 : before.findLastIndex(isOpen);
  return index === -1 ? Math.min(fault.line, Math.max(lines.length, 1)) : index + 1;
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
const OPENERS: Readonly<Record<string, (line: string) => boolean>> = {
  MISSING_QUOTE: line => count(line, /"/g) % 2 === 1 || /:\s+'[^']*$/.test(line),
  BAD_INDENT: line => count(line, /[[{]/g) > count(line, /[\]}]/g),
};

function reason(code: string, source: string): Reason {
  if (code === 'DUPLICATE_KEY') return duplicate(source);
  if (code === 'TAB_AS_INDENT' || source.startsWith('\t')) return tab;
  if (NO_SPACE.test(source)) return noSpace(source);
  const inner = INNER_COLON.exec(source);
  if (inner !== null) return innerColon(inner[1] ?? '', inner[2] ?? '');
  return REASONS[code] ?? indentation;
}

function duplicate(source: string): Reason {
  const key = source.trim().split(':')[0] ?? '';
  return {
    message: `lauks ${quoted(key)} ierakstīts divreiz`,
    fix: 'Atstājiet vienu rindu, otru izdzēsiet.',
  };
}

const tab: Reason = {
  message: 'rinda sākas ar tabulatoru',
  fix: 'Izdzēsiet tabulatoru un atkāpei lietojiet atstarpes, divas katram līmenim.',
};

const noSpace = (source: string): Reason => ({
  message: 'aiz kola nav atstarpes',
  fix: `Rakstiet “${source.trim().replace(/^((?:- )?[A-Za-z0-9]+):/, '$1: ')}”.`,
});

const innerColon = (key: string, value: string): Reason => ({
  message: 'vērtībā ir kols ar atstarpi, tāpēc to nevar nolasīt',
  fix: `Lieciet vērtību pēdiņās: ${key.trim()} "${value.trim().replaceAll('"', "'")}".`,
});

const indentation: Reason = {
  message: 'šo rindu nevar nolasīt',
  fix: 'Pārbaudiet, vai aiz lauka nosaukuma ir kols un atstarpe un vai rindas atkāpe ir tāda pati kā blakus rindām.',
};

const quoteValue: Reason = {
  message: 'vērtība sākas ar zīmi, kas galvenē nozīmē ko citu',
  fix: 'Lieciet visu vērtību pēdiņās: lauks: "vērtība".',
};

const REASONS: Readonly<Record<string, Reason>> = {
  MISSING_QUOTE: {
    message: 'pēdiņas atvērtas, bet nav aizvērtas',
    fix: 'Vērtības beigās tajā pašā rindā ierakstiet otras pēdiņas: lauks: "vērtība".',
  },
  BAD_INDENT: {
    message: 'iekava atvērta, bet nav aizvērta, vai atkāpe ir nepareiza',
    fix: 'Aizveriet iekavu tajā pašā rindā, piemēram, ["09:00-12:00"]; atkāpei lietojiet divas atstarpes.',
  },
  BAD_SCALAR_START: quoteValue,
  BAD_ALIAS: quoteValue,
  TAG_RESOLVE_FAILED: quoteValue,
  BAD_DQ_ESCAPE: {
    message: 'pēdiņās ir zīme “\\”, kas tur nozīmē ko citu',
    fix: 'Izdzēsiet zīmi “\\” vai rakstiet to divreiz: “\\\\”.',
  },
};
