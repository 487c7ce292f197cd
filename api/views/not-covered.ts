// What the check of the register can't show, in one place: both the page and the command say it, and a test asks that
// every column of the database is either checked or named here.

export interface NotCovered {
  /** Shown with the result of a check. */
  readonly text: string;
  /** `table.column`, or `table.*` for all of a table. */
  readonly columns: readonly string[];
}

export const NOT_COVERED: readonly NotCovered[] = [
  {
    text: 'Vai ķēdei nav nogriezts gals: to parāda tikai agrāk saglabāts gals vai apliecinājums.',
    columns: ['events.*'],
  },
  {
    text: 'Šifrētais saturs (iesniegumi, ziņas, piezīmes, faili, vērtējumu komentāri): ja tas ir mainīts, to neizdodas atvērt, bet agrāka pašas sistēmas šifrēta teksta atlikšanu atpakaļ pārbaude nepamana.',
    columns: [
      'submissions.content',
      'submissions.for_office',
      'submissions.for_code',
      'submissions.window_id',
      'messages.body',
      'notes.body',
      'ratings.comment',
      'attachments.id',
      'attachments.key',
      'attachments.meta',
      'attachments.reserved',
      'attachments.received',
      'attachments.complete',
      'attachment_chunks.*',
      'windows.*',
    ],
  },
  {
    text: 'Faili, kas vēl nav pievienoti lietai vai gaida kopā ar atbildes melnrakstu.',
    columns: ['attachments.draft', 'attachments.source', 'attachments.expires_at'],
  },
  {
    text: 'Iesnieguma apliecinājums: to pārbauda pēc tā paša paraksta.',
    columns: ['submissions.receipt'],
  },
  {
    text: 'Palīgziņas: termiņa skaidrojums, valoda, surogātpasta pazīmes, soļu skaits, izsekošanas koda un atkārtotas sūtīšanas nospiedumi, kad lieta caurskatīta un kopš kura laika vēstule gaida nosūtīšanu.',
    columns: [
      'submissions.id',
      'submissions.deadline',
      'submissions.language',
      'submissions.suspicions',
      'submissions.version',
      'submissions.content_digest',
      'submissions.idempotency_hash',
      'submissions.code_hash',
      'submissions.screened_at',
      'submissions.to_send_since',
      'messages.n',
      'notes.n',
      'steps.*',
    ],
  },
  {
    text: 'Kuram darbinieku saraksta ierakstam atbilst programmas atrasts interešu konflikts: pārbauda tikai, cik tādu ir un kāpēc.',
    columns: ['conflicts.who'],
  },
  {
    text: 'Publicēto kopsavilkumu teksts un ziņas, pēc kurām tos sakārto.',
    columns: ['publications.kind', 'publications.rule_points', 'publications.said', 'publications.changed'],
  },
  {
    text: 'Iznīcināšanas akti un to saraksti, atgādinājumi par termiņiem.',
    columns: [
      'destruction_acts.*',
      'destruction_cases.*',
      'destruction_surveys.*',
      'destruction_left_out.*',
      'terms_told.*',
    ],
  },
  {
    text: 'Aptaujas un to rezultāti.',
    columns: [
      'survey_versions.*',
      'survey_receipts.*',
      'survey_answers.*',
      'survey_texts.*',
      'survey_text_claims.*',
      'survey_counts.*',
      'survey_seen.*',
      'survey_tokens.*',
      'survey_pools.*',
      'survey_paper.*',
      'survey_paper_serials.*',
      'survey_paper_saved.*',
      'survey_steps.*',
      'survey_holds.*',
      'survey_responses.*',
    ],
  },
  {
    text: 'Atslēgu nosaukumi un lietošanas laiki, sesiju ierīces un pēdējās lietošanas laiki: ar tiem neviens nekur netiek.',
    columns: [
      'passkeys.counter',
      'passkeys.transports',
      'passkeys.backed_up',
      'passkeys.name',
      'passkeys.created_at',
      'passkeys.last_used_at',
      'sessions.last_seen_at',
      'sessions.device',
    ],
  },
  {
    text: 'Darba tabulas: e-pasta rinda, meklēšanas vārdi, ierobežojumu skaitītāji, izlietotie pierādījumi, datubāzes versijas.',
    columns: [
      'outbox.*',
      'search_words.*',
      'search_state.*',
      'limit_counts.*',
      'spent_proofs.*',
      'challenges.*',
      'migrations.*',
      'submissions_0001.*',
      'events_0001.*',
    ],
  },
  {
    text: 'Lietām, kas saņemtas pirms šīs programmas versijas: veids, pirmais termiņš, pakalpojums, noteikumu punkti, failu skaits un vērtējums, kamēr par tiem nav jaunāka notikuma.',
    columns: [],
  },
];
