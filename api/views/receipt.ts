// The receipt page: number, secret code, due date with its reasons, how the reply comes, whom to turn to next.
import { html } from 'hono/html';
import { REPLY_LABELS, type ReplyChannel } from '../../src/forms/complaint.ts';
import { type Kind, owesReply, type Submission } from '../domain/submission.ts';
import { dueExplanation, dueText } from './due.ts';
import { body, type Markup, type PageContent } from './page.ts';
import { formatInstant } from './words.ts';

const THANKS: Readonly<Record<Kind, string>> = {
  complaint: 'Paldies, sūdzība ir saņemta',
  suggestion: 'Paldies, ierosinājums ir saņemts',
  gratitude: 'Paldies, pateicība ir saņemta',
  question: 'Paldies, jautājums ir saņemts',
  site: 'Paldies, atsauksme ir saņemta',
};

const LACKS_EMAIL =
  'E-pasta adresi nenorādījāt, tāpēc atbilde būs šajā vietnē: skatiet to ar izsekošanas kodu.';

/** How the reply comes, given what was asked for and what was left out (Paziņošanas likums; facts §1.5). */
function replyText({ kind, content }: Submission): string {
  const channel = content['replyBy'] as ReplyChannel | undefined;
  if (!owesReply(kind)) return 'Uz šādu ziņu atbildi nesūtām.';
  if (channel === 'email' && !content['email']) return LACKS_EMAIL;
  if (channel === 'post' && !content['address'])
    return 'Pasta adresi nenorādījāt, tāpēc atbilde būs šajā vietnē: skatiet to ar izsekošanas kodu.';
  if (channel) return `${REPLY_LABELS[channel]}.`;
  return 'Šajā vietnē, ievadot izsekošanas kodu.';
}

const codePanel = (trackingCode: string): Markup =>
  html`<h2>Jūsu izsekošanas kods</h2><p class="code">${trackingCode}</p><p><strong>Pierakstiet vai izdrukājiet to tagad.</strong> Ar šo kodu lapā <a href="/gaita/">Iesnieguma gaita</a> redzēsiet, kas ar iesniegumu notiek, un atbildi. Kods ir slepens: kam tas ir, tas var lasīt Jūsu iesnieguma gaitu. Atkārtoti to izsniegt nevaram.</p>`;

const lastStep = ({ dueOn }: Submission): string =>
  dueOn
    ? `Atbildi sniedzam līdz šai dienai: ${dueText(dueOn)}. Ja vajadzēs vairāk laika, paziņosim un paskaidrosim, kāpēc.`
    : 'Jūsu ziņu ņemam vērā darbā.';

const next = (submission: Submission): Markup =>
  html`<h2>Kas notiks tālāk</h2><ol class="steps"><li>Iesniegumu izlasa darbinieks, uz kuru tas neattiecas, un nodod izskatīšanai.</li><li>Ja jautājums ir citas iestādes ziņā, to pārsūtām un Jums par to paziņojam.</li><li>${lastStep(submission)}</li></ol><p>Vairāk lapā <a href="/ka-izskatam/">Kā izskatām iesniegumus</a>. Ja atbilde neapmierina vai tās nav laikā, vērsieties pie izpilddirektora, pēc tam – pie <a href="https://www.tiesibsargs.lv/">Tiesībsarga</a>.</p>`;

const KEEP = html`<section class="flow no-print"><h2>Saglabājiet apstiprinājumu</h2><ul><li><a href="/sanemts/apstiprinajums.txt" download>Lejupielādēt parakstītu apstiprinājumu</a> – to var rādīt citiem, koda tajā nav</li><li><a href="/sanemts/apstiprinajums.txt?ar-kodu=1" download>Lejupielādēt kopā ar izsekošanas kodu</a> – glabājiet tikai sev</li></ul><p>Apstiprinājuma īstumu ikviens var pārbaudīt lapā <a href="/parbaude/">Apstiprinājuma pārbaude</a>.</p><form method="post" action="/sanemts/aizmirst"><p>Šī lapa šajā pārlūkā būs redzama vēl stundu. Ja dators nav tikai Jūsu, aizveriet to ar pogu:</p><p><button class="button button--secondary" type="submit">Aizmirst šajā datorā</button></p></form></section>`;

const summary = (submission: Submission): Markup =>
  html`<dl class="facts"><div><dt>Reģistrācijas numurs</dt><dd class="receipt__reference">${submission.reference}</dd></div><div><dt>Saņemts</dt><dd><time datetime="${submission.receivedAt}">${formatInstant(submission.receivedAt)}</time></dd></div><div><dt>Atbildes termiņš</dt><dd>${dueText(submission.dueOn)}</dd></div><div><dt>Atbildi saņemsiet</dt><dd>${replyText(submission)}</dd></div></dl>`;

/** The page after a submission was taken in; `trackingCode` is shown here and nowhere else again. */
export const receiptPage = (submission: Submission, trackingCode: string): PageContent => ({
  title: 'Saņemts',
  main: body({
    heading: THANKS[submission.kind],
    content: html`<div class="receipt flow">${summary(submission)}${dueExplanation(submission.dueExplanation)}${codePanel(trackingCode)}</div>${next(submission)}${KEEP}`,
  }),
});

/** The page after a survey: a reference that leads to nothing, on purpose. */
export const surveyReceiptPage = (thanks: string, reference: string): PageContent => ({
  title: 'Paldies par atbildēm',
  main: body({
    heading: 'Paldies par atbildēm',
    lede: thanks,
    content: html`<div class="receipt flow"><dl class="facts"><div><dt>Saņemšanas numurs</dt><dd class="receipt__reference">${reference}</dd></div></dl><p>Atbildes glabājam bez vārda, adreses un precīza laika. Pēc šī numura Jūsu atbildes atrast nevar.</p></div><p><a href="/">Uz sākumlapu</a></p>`,
  }),
});

/** When the browser has nothing to show, or no longer. */
export const noReceiptPage = (): PageContent => ({
  title: 'Apstiprinājums vairs nav redzams',
  main: body({
    heading: 'Apstiprinājums vairs nav redzams',
    lede: 'Pēc nosūtīšanas apstiprinājums šajā pārlūkā redzams vienu stundu.',
    content: html`<p>Ja esat pierakstījis izsekošanas kodu, skatiet <a href="/gaita/">iesnieguma gaitu</a>. Ja koda nav, zvaniet centram un nosauciet reģistrācijas numuru.</p>`,
  }),
});
