// The keys as text for a terminal: which exist and their purposes, never a secret.

interface KeyLine {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly fingerprint: string;
}

export interface KeyOverview {
  /** The current one first. */
  readonly signing: readonly KeyLine[];
  readonly recipients: readonly (KeyLine & { readonly recovery: boolean })[];
  /** Ids of the office's private keys; null when the file is absent, `off` when it must not be read. */
  readonly office: readonly string[] | 'off' | null;
  /** Windows sealed to each recipient; null without a database. */
  readonly windows: ReadonlyMap<string, number> | null;
  /** Windows not sealed to exactly the present recipients. */
  readonly toRewrap: number;
}

const line = ({ id, created, fingerprint }: KeyLine, what: string): string =>
  `  ${id.padEnd(4)} izveidota ${created.slice(0, 10)}  nospiedums ${fingerprint}  ${what}`;

/** What `npm run keys -- show` prints. */
export function keysText({ signing, recipients, office, windows, toRewrap }: KeyOverview): string {
  const present = new Set(recipients.map(({ id }) => id));
  const former = [...(windows?.keys() ?? [])].filter(id => !present.has(id));
  return [
    'Paraksta atslēgas – ar tām paraksta saņemšanas apstiprinājumus (keys.json):',
    ...signing.map((key, i) => line(key, i === 0 ? 'ar šo paraksta' : 'agrākā, ar to tikai pārbauda')),
    '',
    'Atslēgas, kurām šifrē saņemto (keys.json, tikai publiskās puses):',
    ...recipients.map(key =>
      line(key, `${key.recovery ? 'atjaunošanas atslēga' : 'biroja atslēga'}${sealedTo(windows, key.id)}`),
    ),
    ...former.map(id => `  ${id.padEnd(4)} agrākā${sealedTo(windows, id)}`),
    '',
    officeLine(office, present),
    windows === null ? 'Datubāzes vēl nav.' : windowsLine(toRewrap),
    '',
  ].join('\n');
}

const sealedTo = (windows: KeyOverview['windows'], id: string): string =>
  windows === null ? '' : `, šifrēti logi: ${windows.get(id) ?? 0}`;

function officeLine(office: KeyOverview['office'], present: ReadonlySet<string>): string {
  const what = 'Biroja privātā atslēga (office.json)';
  if (office === 'off') return `${what}: šajā datorā to lasīt liedz KAC_OFFICE_KEYS=off.`;
  if (office === null) return `${what}: šeit nav. Iesniegumus pieņem, bet šeit tos izlasīt nevar.`;
  const former = office.filter(id => !present.has(id));
  const more = former.length > 0 ? `; agrākās: ${former.join(', ')}` : '';
  return `${what}: ir šeit (${office.filter(id => present.has(id)).join(', ')}${more}).`;
}

const windowsLine = (toRewrap: number): string =>
  toRewrap === 0
    ? 'Visi atslēgu logi ir šifrēti pašreizējām atslēgām.'
    : `Logi, kas vēl jāpāršifrē: ${toRewrap} (npm run keys -- rewrap).`;
