// Every refusal by name: status, what is wrong, and how to mend it.
import { MAX_BODY } from './read-body.ts';

interface Problem {
  readonly status: 400 | 404 | 405 | 409 | 413 | 415 | 422 | 500;
  readonly title: string;
  readonly detail: string;
}

export type ProblemName =
  | 'unreadable'
  | 'not-found'
  | 'method'
  | 'conflict'
  | 'too-large'
  | 'type'
  | 'invalid'
  | 'unknown-code'
  | 'unknown-survey'
  | 'survey-future'
  | 'survey-closed'
  | 'fault';

export const problems: Readonly<Record<ProblemName, Problem>> = {
  unreadable: {
    status: 400,
    title: 'Pieprasījumu neizdevās izlasīt',
    detail:
      'Saņemtie dati ir bojāti vai nepilnīgi. Pārbaudiet, vai tie ir UTF-8 kodējumā un JSON ir pareizs, un sūtiet vēlreiz.',
  },
  'not-found': {
    status: 404,
    title: 'Šādas adreses nav',
    detail: 'Pārbaudiet adresi vai sāciet no sākumlapas.',
  },
  method: {
    status: 405,
    title: 'Šī adrese tā nedarbojas',
    detail: 'Izmantojiet veidlapu vietnē vai pieprasījuma veidu, kas norādīts galvenē Allow.',
  },
  conflict: {
    status: 409,
    title: 'Šī veidlapa jau ir nosūtīta ar citu saturu',
    detail:
      'Pirmā reize ir saņemta un reģistrēta. Ja vēlaties sūtīt vēl kaut ko, atveriet veidlapu no jauna.',
  },
  'too-large': {
    status: 413,
    title: 'Nosūtīts par daudz datu',
    detail: `Vienā reizē var nosūtīt līdz ${MAX_BODY / 1024} KB. Saīsiniet tekstu un sūtiet vēlreiz.`,
  },
  type: {
    status: 415,
    title: 'Šādu datu veidu nepieņemam',
    detail: 'Sūtiet application/json, application/x-www-form-urlencoded vai multipart/form-data.',
  },
  invalid: {
    status: 422,
    title: 'Daļa datu nav derīga',
    detail: 'Izlabojiet norādītos laukus un sūtiet vēlreiz.',
  },
  'unknown-code': {
    status: 404,
    title: 'Iesniegums ar šādu kodu nav atrasts',
    detail:
      'Pārbaudiet, vai visas 16 zīmes ir ierakstītas tā, kā saņemšanas apstiprinājumā. Ja kods ir nozaudēts, zvaniet centram.',
  },
  'unknown-survey': {
    status: 404,
    title: 'Šādas aptaujas nav',
    detail: 'Skatiet atvērtās aptaujas lapā /aptaujas/.',
  },
  'survey-future': {
    status: 409,
    title: 'Aptauja vēl nav sākusies',
    detail: 'Skatiet atvērtās aptaujas lapā /aptaujas/.',
  },
  'survey-closed': {
    status: 409,
    title: 'Aptauja ir beigusies',
    detail:
      'Paldies, ka vēlējāties piedalīties. Atvērtās aptaujas ir lapā /aptaujas/, bet savu viedokli varat rakstīt arī lapā /atsauksme/.',
  },
  fault: {
    status: 500,
    title: 'Mūsu pusē radās kļūda',
    detail:
      'Mēģiniet vēlreiz pēc brīža. Ja veidlapu sūtījāt, atkārtota sūtīšana ir droša: divreiz to nereģistrēsim. Varat arī zvanīt centram vai iesniegt sūdzību klātienē.',
  },
};
