// Latvian wording of retention and destruction.
import type { ActRefusal, KeptReason } from '../../domain/register/retention.ts';

export const pauseWords: Readonly<Record<string, string>> = {
  open: 'lieta ir atvērta',
  hold: 'iznīcināšana apturēta',
  unread: 'neizlasīta ziņa',
  review: 'gaida pārskatīšanu',
  erasure: 'gaida lēmumu par datu dzēšanu',
  'not-due': 'termiņš vēl nav beidzies',
  conflicted: 'lieta Jums ir slēgta',
};

/** In a finished act, for later readers. */
export const keptWords: Readonly<Record<KeptReason, string>> = {
  open: 'lieta bija atvērta',
  hold: 'iznīcināšana bija apturēta',
  unread: 'bija neizlasīta ziņa',
  review: 'bija lūgts pārskatīt',
  erasure: 'bija lūgts dzēst datus',
  'not-due': 'termiņš vēl nebija beidzies',
  conflicted: 'lieta bija slēgta tam, kas iznīcināja',
};

export type RetentionRefusal = ActRefusal | 'begun' | 'other-number' | 'not-agreed';

export const retentionRefusals: Readonly<Record<RetentionRefusal, string>> = {
  'no-number': 'Ierakstiet akta numuru un datumu, piemēram, Nr. 5, 2026-11-24.',
  'number-taken': 'Akts ar šādu numuru jau ir. Ierakstiet citu numuru.',
  'nothing-due':
    'Nevienas lietas, ko tagad drīkstētu iznīcināt, nav. Arī aptauju atbilžu, kuru termiņš beidzies, nav.',
  begun: 'Pēc šī akta jau kaut kas ir iznīcināts, tāpēc to atmest vairs nevar.',
  'other-number': 'Ierakstītais numurs nav šī akta numurs. Nekas nav iznīcināts.',
  'not-agreed': 'Apstipriniet, ka akts ir saskaņots ar arhīvu un parakstīts. Nekas nav iznīcināts.',
};
