// The form that adds a document to its case.
import { DOCUMENT_CHANNELS } from '../../domain/register/actions/add-document.ts';
import { actionForm, officeFiles } from './action-forms.ts';
import { registerWords } from './words.ts';

export const documentForm = actionForm('add-document', [
  officeFiles({
    label: 'Dokuments',
    hint: 'Ieskenēta vēstule, fotogrāfija vai saņemts fails. Iesniedzējs to redzēs kopā ar savām ziņām.',
    required: 'Pievienojiet failu.',
  }),
  {
    kind: 'textarea',
    name: 'text',
    label: 'Kas tas ir',
    hint: 'Piemēram: izziņas kopija, papildinājums iesniegumam. Iesniedzējs to izlasīs.',
    required: 'Ierakstiet, kas pievienots.',
    maxLength: 2_000,
    rows: 3,
  },
  {
    kind: 'radio',
    name: 'channel',
    label: 'Kā saņemts',
    required: 'Izvēlieties, kā dokuments saņemts.',
    options: DOCUMENT_CHANNELS.map(id => ({ id, label: registerWords.channels[id] })),
  },
  {
    kind: 'date',
    name: 'on',
    label: 'Saņemšanas diena',
    required: 'Norādiet, kurā dienā dokuments saņemts.',
    maxLength: 10,
    notAfterToday: true,
  },
]);
