// The recovery key as a person keeps it: on paper, typed in rarely.
import { createHash } from 'node:crypto';

/** Crockford's base 32: commonly misread characters are accepted as the intended ones. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
const CHECK_BYTES = 3;

const checkOf = (key: Uint8Array): Uint8Array =>
  createHash('sha256').update('kac recovery').update(key).digest().subarray(0, CHECK_BYTES);

/** A 32-byte key as fourteen groups of four characters; the last five characters are a check. */
export function recoveryText(key: Uint8Array): string {
  const bits = [...key, ...checkOf(key)].map(byte => byte.toString(2).padStart(8, '0')).join('');
  const chars = (bits.match(/.{5}/g) ?? []).map(five => ALPHABET.charAt(Number.parseInt(five, 2)));
  return (chars.join('').match(/.{4}/g) ?? []).join('-');
}

/** Reads it in any case and spacing; null when a character is wrong or missing. */
export function parseRecoveryText(text: string): Uint8Array | null {
  const typed = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const values = [...typed].map(char => ALPHABET.indexOf(char));
  if (values.length !== ((KEY_BYTES + CHECK_BYTES) * 8) / 5 || values.includes(-1)) return null;
  const bits = values.map(value => value.toString(2).padStart(5, '0')).join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2));
  const [key, check] = [bytes.slice(0, KEY_BYTES), bytes.slice(KEY_BYTES)];
  return checkOf(key).every((byte, i) => byte === check[i]) ? key : null;
}

/** Said at each start until somebody confirms to have written it down. */
export const recoveryLines = (key: string): string[] => [
  '',
  'ATJAUNOŠANAS ATSLĒGA – pierakstiet vai izdrukājiet to tagad:',
  '',
  `  ${key}`,
  '',
  'Glabājiet to seifā, nevis šajā datorā. Ja biroja atslēga (office.json) pazūd, tikai ar šo var izlasīt saņemtos iesniegumus.',
  'Kad tā ir pierakstīta, palaidiet “npm run keys -- confirm”: līdz tam atslēga glabājas datu mapē (recovery-key.txt) un',
  'to rāda katrā palaišanas reizē, pēc tam to izdzēš un vairs parādīt nevar.',
];
