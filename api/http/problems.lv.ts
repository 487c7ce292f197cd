// What every refusal says, in Latvian: what is wrong, and how to mend it.
import { followUpProblemsLv } from './problems-follow-up.lv.ts';
import { MAX_BODY } from './read-body.ts';

export const problemsLv = {
  unreadable: {
    title: 'Pieprasījumu neizdevās izlasīt',
    detail:
      'Saņemtie dati ir bojāti vai nepilnīgi. Pārbaudiet, vai tie ir UTF-8 kodējumā un JSON ir pareizs, un sūtiet vēlreiz.',
  },
  'not-found': { title: 'Šādas adreses nav', detail: 'Pārbaudiet adresi vai sāciet no sākumlapas.' },
  method: {
    title: 'Šī adrese tā nedarbojas',
    detail: 'Izmantojiet veidlapu vietnē vai pieprasījuma veidu, kas norādīts galvenē Allow.',
  },
  conflict: {
    title: 'Šī veidlapa jau ir nosūtīta ar citu saturu',
    detail:
      'Pirmā reize ir saņemta un reģistrēta. Ja vēlaties sūtīt vēl kaut ko, atveriet veidlapu no jauna.',
  },
  'too-large': {
    title: 'Nosūtīts par daudz datu',
    detail: `Vienā reizē var nosūtīt līdz ${MAX_BODY / 1024} KB. Saīsiniet tekstu un sūtiet vēlreiz.`,
  },
  type: {
    title: 'Šādu datu veidu nepieņemam',
    detail: 'Sūtiet application/json, application/x-www-form-urlencoded vai multipart/form-data.',
  },
  invalid: { title: 'Daļa datu nav derīga', detail: 'Izlabojiet norādītos laukus un sūtiet vēlreiz.' },
  'unknown-code': {
    title: 'Iesniegums ar šādu kodu nav atrasts',
    detail:
      'Pārbaudiet, vai visas 16 zīmes ir ierakstītas tā, kā saņemšanas apstiprinājumā. Ja kods ir nozaudēts, zvaniet centram.',
  },
  'unknown-survey': {
    title: 'Šādas aptaujas nav',
    detail: 'Skatiet atvērtās aptaujas lapā /aptaujas/.',
  },
  'survey-future': {
    title: 'Aptauja vēl nav sākusies',
    detail: 'Skatiet atvērtās aptaujas lapā /aptaujas/.',
  },
  'survey-closed': {
    title: 'Aptauja ir beigusies',
    detail:
      'Paldies, ka vēlējāties piedalīties. Atvērtās aptaujas ir lapā /aptaujas/, bet savu viedokli varat rakstīt arī lapā /atsauksme/.',
  },
  ...followUpProblemsLv,
  fault: {
    title: 'Mūsu pusē radās kļūda',
    detail:
      'Mēģiniet vēlreiz pēc brīža. Ja veidlapu sūtījāt, atkārtota sūtīšana ir droša: divreiz to nereģistrēsim. Varat arī zvanīt centram vai iesniegt sūdzību klātienē.',
  },
};

export type ProblemName = keyof typeof problemsLv;
