// The outbox as text for a terminal: waiting and failed mails, and why. No addresses: the list needs no key.
import type { MailKind } from '../domain/mails.ts';
import { formatInstant } from './words.ts';

/** The shown data of an unsent mail. Instants are ISO 8601 in UTC. */
export interface UnsentMail {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAt: string;
  readonly lastError: string | null;
  readonly whole: boolean;
}

const KINDS: Readonly<Record<MailKind, string>> = {
  acknowledgement: 'saņemšanas apstiprinājums',
  'message-from-office': 'paziņojums par ziņu',
  answered: 'paziņojums par atbildi',
  'due-changed': 'paziņojums par termiņu',
  reminder: 'atgādinājums darbiniekam',
  'chain-head': 'notikumu ķēdes gals',
};

const REASONS: Readonly<Record<string, string>> = {
  address: 'adrese nav derīga',
  recipient: 'saņēmēja serveris šo adresi nepieņem',
  message: 'serveris šo vēstuli nepieņem',
  sender: 'serveris nepieņem sūtītāja adresi (KAC_MAIL_FROM)',
  auth: 'serveris nepieņem lietotājvārdu vai paroli (KAC_SMTP_URL)',
  tls: 'nav droša savienojuma: serverim nav STARTTLS vai tā sertifikāts nav derīgs',
  dns: 'servera nosaukums nav atrodams (KAC_SMTP_URL)',
  connection: 'savienojums ar serveri neizdevās vai pārtrūka',
  timeout: 'serveris neatbildēja laikā',
  protocol: 'serveris neatbild tā, kā atbild pasta serveris',
  busy: 'serveris ir pārslogots vai slēdz savienojumu',
  stopped: 'sūtīšana pārtraukta, jo programmu apturēja',
  abandoned: 'programma vairākkārt apstājās, šo vēstuli sūtot',
  unreadable: 'vēstuli nevar atvērt: tā sagatavota ar citu atslēgu',
  fault: 'kļūda programmā; skatiet žurnālu',
  unknown: 'nezināms iemesls',
};

/** The reason in words, with the server's number when there is one. */
export function reasonText(code: string): string {
  const [word = '', number] = code.split(' ');
  return `${REASONS[word] ?? word}${number ? ` (${number})` : ''}`;
}

const kindText = (kind: string): string => KINDS[kind as MailKind] ?? kind;

function oneMail({ id, kind, reference, ...mail }: UnsentMail): string {
  const when = formatInstant(mail.createdAt, 'lv');
  const next =
    mail.attempts === 0 ? 'vēl nav mēģināts' : `nākamais mēģinājums ${formatInstant(mail.nextAt, 'lv')}`;
  const fate =
    mail.state === 'waiting'
      ? next
      : mail.whole
        ? 'atmesta; var sūtīt vēlreiz'
        : 'atmesta; saturs jau iznīcināts, atlicis dzēst';
  return [
    `${id}  ${reference}  ${kindText(kind)}`,
    `    sagatavota ${when}; mēģinājumi: ${mail.attempts}; ${fate}`,
    ...(mail.lastError === null ? [] : [`    ${reasonText(mail.lastError)}`]),
  ].join('\n');
}

const section = (title: string, mails: readonly UnsentMail[]): string[] =>
  mails.length === 0 ? [] : [`${title} (${mails.length})`, ...mails.map(oneMail), ''];

/** Everything unsent: failed mails first. */
export function outboxText(mails: readonly UnsentMail[]): string {
  if (mails.length === 0) return 'Nosūtīšanai nekas negaida, un neviena vēstule nav atmesta.\n';
  const of = (state: UnsentMail['state']) => mails.filter(mail => mail.state === state);
  return [...section('Atmestas vēstules', of('dead')), ...section('Gaida nosūtīšanu', of('waiting'))].join(
    '\n',
  );
}
